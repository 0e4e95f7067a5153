using System.CommandLine;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Releases;

internal static class RemoveItem
{
    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        var change = Fields.Change();
        return tree.Command("remove", "Takes a change out of it.",
            ["sluice release remove REL-27 CHG-1043"], [release, change],
            (session, ct) => session.Change(
                HttpMethod.Delete, Address.Of("releases", session.Of(release)), Address.Of("items", session.Of(change)),
                null, null, ct));
    }
}
