using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;

namespace Sluice.Cli.Changes;

internal static class ChangeEvidence
{
    public static Command Create(CommandTree tree)
    {
        var change = Fields.Change();
        var file = new Argument<string?>("FILE")
        {
            Description = "What to attach; without it and without --url the evidence is listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var kind = Fields.Among("--kind", "Kind",
            "test-result", "peer-review", "scan", "load-test", "backout-test", "sign-off", "other");
        var title = Fields.Text("--title", "What it shows; the file's name when left out.");
        var url = new Option<string?>("--url") { Description = "A link instead of a file.", HelpName = "URL" };
        var sha256 = new Option<string?>("--sha256") { Description = "Of what is behind the link.", HelpName = "HEX" };
        return tree.Command("evidence", "Attaches a file or a link that supports a check or a decision, or lists them.",
            [
                "sluice change evidence CHG-1042 report.pdf --kind test-result --title \"Regression, 412 cases\"",
                "sluice change evidence CHG-1042 --kind scan --title \"SAST\" --url https://ci.example/1 --sha256 9f86d08…",
                "sluice change evidence CHG-1042",
            ],
            [change, file, kind, title, url, sha256],
            (session, ct) =>
            {
                var path = Address.Of("changes", session.Of(change), "evidence");
                if (session.Of(file) is { } attached)
                    return session.Has(url)
                        ? throw new MisuseException("Attach a file or a link.")
                        : Upload(session, path, attached, session.Of(kind), session.Of(title), ct);
                return session.Of(url) is { } link
                    ? session.Act(HttpMethod.Post, path, Fields.Body(
                        ("kind", session.Of(kind)), ("title", session.Of(title)), ("url", link), ("sha256", session.Of(sha256))),
                        Write, ct)
                    : session.Show(path, WriteAll, _ => false, null, ct);
            });
    }

    private static async Task<int> Upload(
        Session session, string path, string file, string? kind, string? title, CancellationToken ct)
    {
        await using var content = Files.Open(file);
        var name = Path.GetFileName(file);
        var reply = await session.Screen.Progress(name, async progress =>
        {
            // Kind and title first: the server refuses without having taken in the file.
            using var form = new MultipartFormDataContent();
            if (kind is not null)
                form.Add(new StringContent(kind), "kind");
            form.Add(new StringContent(title ?? name), "title");
            form.Add(new StreamContent(new CountedStream(content, progress)), "file", name);
            return await session.Api.Upload(path, form, ct);
        });
        return session.Answer(reply, Write);
    }

    private static void Write(Screen screen, JsonNode evidence) =>
        screen.Line($"{evidence.Text("kind")}  {evidence.Text("title")}  sha256:{evidence.Text("sha256")}");

    private static void WriteAll(Screen screen, JsonNode page) => screen.Table(
        ["Kind", "Bytes", "By", "At", "SHA-256", "Title"],
        page.Items("items").Select(item => (string[])
        [
            item.Text("kind"), item.Text("size"), item.Text("by"), item.Moment("at", screen.Zone), item.Text("sha256"),
            item.Text("title"),
        ]));
}
