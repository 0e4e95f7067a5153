using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;

namespace Sluice.Cli.Commands;

internal static class AskGate
{
    public static Command Create(CommandTree tree)
    {
        var change = new Argument<string?>("CHANGE") { Description = "Such as CHG-1042.", Arity = ArgumentArity.ZeroOrOne };
        var artefact = new Option<string?>("--artefact") { Description = "By what runs, instead.", HelpName = "sha256:HEX" };
        var file = new Option<FileInfo?>("--file") { Description = "By a file that runs, instead.", HelpName = "FILE" };
        var at = Fields.Moment("--at", "Asked for another moment; opens nothing.");
        return tree.Command("gate", "May it run in production now? Exits with 0 for allow and 1 for deny.",
            [
                "sluice gate CHG-1042 && submit-job",
                "sluice gate --file build/PAYROLL.load",
                "sluice gate CHG-1042 --at 2026-03-07T21:00Z",
            ],
            [change, artefact, file, at],
            async (session, ct) =>
            {
                var named = session.Of(file) is { } path ? await Digest(path, ct) : session.Of(artefact);
                if (session.Of(change) is null == named is null || (session.Has(file) && session.Has(artefact)))
                    throw new MisuseException("Ask about a change, or about one artefact.");
                var moment = session.Moment(at);
                var reply = await session.Api.Get("/gate" + Address.Query(
                    ("change", session.Of(change)), ("artefact", named), ("at", moment)), ct);
                return session.Answer(reply, Write) == Exit.Yes && IsYes(reply.Body.Text("verdict"), moment is not null)
                    ? Exit.Yes
                    : Exit.Refused;
            });
    }

    // Whatever else a server may come to answer: it is not allow.
    private static bool IsYes(string verdict, bool isForAnotherMoment) =>
        verdict == "allow" || (verdict == "would-allow" && isForAnotherMoment);

    private static void Write(Screen screen, JsonNode answer)
    {
        screen.Line($"{answer.Text("verdict")}  {answer.Text("changes")}");
        foreach (var reason in answer.Items("reasons"))
            screen.Line(Output.Refusal.Reason(reason));
    }

    private static async Task<string> Digest(FileInfo file, CancellationToken ct)
    {
        await using var content = Files.Open(file.FullName);
        return "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }
}
