using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;

namespace Sluice.Cli.Histories;

internal static class ExportProof
{
    public static Command Create(CommandTree tree)
    {
        var reference = new Argument<string>("REF") { Description = "CHG-… or REL-…, or a record's path: systems/core-batch." };
        var file = new Option<string?>("--out") { Description = "Where to keep it; printed when left out.", HelpName = "FILE" };
        return tree.Command("export", "Fetches the whole history of a record, and says which head to remember.",
            [
                "sluice ledger export CHG-1042 --out CHG-1042.proof.json",
                "sluice ledger export REL-27 > REL-27.proof.json",
            ],
            [reference, file],
            async (session, ct) =>
            {
                var reply = await session.Api.Get(PathOf(session.Of(reference)) + "/proof", ct);
                if (!reply.IsYes)
                    return session.Answer(reply, RecordLine.Write);
                await Keep(session, session.Of(file), reply, ct);
                return Exit.Yes;
            });
    }

    private static async Task Keep(Session session, string? file, Reply reply, CancellationToken ct)
    {
        var (head, entries) = (reply.Body.Text("head"), reply.Body.Items("entries").Count());
        var remember = $"Remember this head, away from the server: {head} (entry {entries})";
        // The very bytes that came: a copy that was written anew would prove the writer.
        if (file is null)
        {
            session.Around.Out.WriteLine(Encoding.UTF8.GetString(reply.Bytes));
            session.Screen.Error(remember);
            return;
        }
        await Files.Write(file, reply.Bytes, ct);
        if (session.Screen.IsJson)
            session.Screen.Document(new JsonObject { ["head"] = head, ["sequence"] = entries });
        else
            session.Screen.Line(remember);
    }

    private static string PathOf(string reference) => reference.Split('/') switch
    {
        [var single] when single.StartsWith("CHG-", StringComparison.Ordinal) => Address.Of("changes", single),
        [var single] when single.StartsWith("REL-", StringComparison.Ordinal) => Address.Of("releases", single),
        [var kind, var key] => Address.Of(kind, key),
        _ => throw new MisuseException($"\"{reference}\" is neither CHG-…, REL-… nor a path such as systems/core-batch."),
    };
}
