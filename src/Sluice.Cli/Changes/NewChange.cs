using System.CommandLine;

namespace Sluice.Cli.Changes;

internal static class NewChange
{
    public static Command Create(CommandTree tree)
    {
        var fields = new ContentFields();
        return tree.Command("new", "Requests a change. It stays a draft until it is submitted.",
            [
                "sluice change new --file change.json",
                "sluice change new --file change.json --title \"Payroll 2026\" --from +2h --until +4h",
                "sluice change new --title \"Raise limit\" --reason \"Law\" --kind normal --system core-batch \\",
                "    --implementation-plan \"Copy member\" --test-plan \"Run in QA\" --backout-plan \"Restore member\" \\",
                "    --from 2026-03-07T21:00Z --until 2026-03-07T23:00Z",
            ],
            fields.All,
            (session, ct) => session.Post("/changes", fields.Of(session), ct));
    }
}
