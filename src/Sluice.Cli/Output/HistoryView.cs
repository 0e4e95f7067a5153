using System.Text.Json.Nodes;

namespace Sluice.Cli.Output;

internal static class HistoryView
{
    public static void Write(Screen screen, JsonNode page)
    {
        screen.Table(["#", "At", "Who", "What", "Facts"], page.Items("items").Select(entry => (string[])
        [
            entry.Text("sequence"), entry.Moment("at", screen.Zone), entry.Text("actor"), entry.Text("act"), entry.Text("facts"),
        ]));
        if (page.Text("nextLink").Length > 0)
            screen.Error("There is more: the whole history is in the proof (sluice ledger export).");
    }

    public static void WriteComments(Screen screen, JsonNode page)
    {
        foreach (var comment in page.Items("items"))
            WriteComment(screen, comment!);
    }

    public static void WriteComment(Screen screen, JsonNode comment) => screen.Line(
        $"{comment.Moment("at", screen.Zone)}  {comment.Text("by")}: "
        + (comment.Member("text") is null ? "(redacted)" : comment.Text("text")));
}
