using System.CommandLine;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Changes;

internal static class EditChange
{
    public static Command Create(CommandTree tree)
    {
        var change = Fields.Change();
        var fields = new ContentFields();
        var version = new Option<long?>("--version")
        {
            Description = "The version you mean to edit; the one that is there now when left out.",
            HelpName = "NUMBER",
        };
        return tree.Command("edit", "Edits what it says. A material edit voids its approvals.",
            [
                "sluice change edit CHG-1042 --title \"Raise limit to 5000\"",
                "sluice change edit CHG-1042 --file change.json --version 7",
            ],
            [change, .. fields.All, version],
            (session, ct) =>
            {
                var body = fields.Of(session);
                if (body.Count == 0)
                    throw new MisuseException("Say what to edit.");
                return session.Change(
                    HttpMethod.Patch, Address.Of("changes", session.Of(change)), "", body, session.Of(version), ct);
            });
    }
}
