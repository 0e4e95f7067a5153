using System.CommandLine;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;

namespace Sluice.Cli.Changes;

internal static class DecideChange
{
    public static Command Create(CommandTree tree)
    {
        var change = Fields.Change();
        var decision = new Argument<string>("DECISION") { Description = "approve, reject, defer or request-information." };
        decision.AcceptOnlyFromAmong("approve", "reject", "defer", "request-information");
        var comment = Fields.Text("--comment", "What you have to say about it.");
        var conditions = Fields.Text("--conditions", "Under which it may happen.");
        var until = Fields.Moment("--until", "For defer: when it comes back.");
        var revision = new Option<long?>("--revision")
        {
            Description = "Which revision you have read; approve and reject are of no other.",
            HelpName = "NUMBER",
        };
        return tree.Command("decide", "Decides on exactly what you have read.",
            [
                "sluice change decide CHG-1042 approve --comment \"Plan is sound\" --revision 2",
                "sluice change decide CHG-1042 reject --comment \"No way back from step 3\" --revision 2",
                "sluice change decide CHG-1042 request-information --comment \"How was it tested?\"",
                "sluice change decide CHG-1042 defer --until 2026-04-01T06:00Z --comment \"After year end\"",
            ],
            [change, decision, comment, conditions, until, revision],
            async (session, ct) =>
            {
                var path = Address.Of("changes", session.Of(change));
                var seen = session.Of(revision);
                if (seen is null)
                {
                    var current = await session.Api.Get(path, ct);
                    if (!current.IsYes)
                        return session.Answer(current, RecordLine.Write);
                    // Who signs a revision nobody has looked at signs whatever somebody has just put there.
                    if (session.Of(decision) is "approve" or "reject")
                        throw new MisuseException(Unread(session.Of(change), (long?)current.Body.Member("revision") ?? 1));
                    seen = (long?)current.Body.Member("revision");
                }
                return await session.Post(path + "/decisions", Fields.Body(
                    ("decision", session.Of(decision)), ("comment", session.Of(comment)), ("revision", seen),
                    ("until", session.Moment(until)), ("conditions", session.Of(conditions))), ct);
            });
    }

    private static string Unread(string change, long present) =>
        $"Say which revision you have read: --revision. {present} is there now; read it with \"sluice change show {change}\""
        + (present > 1 ? $", and what it altered with \"sluice change diff {change}\"." : ".");
}
