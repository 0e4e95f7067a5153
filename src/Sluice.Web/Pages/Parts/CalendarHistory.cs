using System.Text.Json.Nodes;
using Sluice.Kernel.History;
using Sluice.Ledger;
using Sluice.Production.Calendar;

namespace Sluice.Web.Pages.Parts;

/// <summary>One ledger entry of a window or a freeze in words.</summary>
public static class CalendarHistory
{
    public static HistoryLine Of(ShowHistory.Item entry)
    {
        var facts = entry.Facts as JsonObject ?? [];
        var detail = facts["detail"] as JsonObject ?? facts;
        return new(
            MarkOf(entry.Act) with { Word = "" }, DidOf(entry.Act, detail), null, null,
            [.. HistoryLine.SaidIn(entry.Act, detail)]);
    }

    private static Mark MarkOf(string act) => act switch
    {
        "window.held" => Mark.Of(WindowStatus.Held),
        "window.released" => Mark.Of(WindowStatus.Open),
        "freeze.placed" => Mark.Of(FreezeStatus.InForce),
        "freeze.lifted" => Mark.Of(FreezeStatus.Lifted),
        "commented" => new("info", "plain", ""),
        _ => new("ledger", "plain", ""),
    };

    private static string DidOf(string act, JsonObject detail) => act switch
    {
        "window.added" => "added the window",
        "window.held" => "held it",
        "window.released" => "released it",
        "freeze.placed" => "placed the freeze",
        "freeze.lifted" => "lifted it",
        "commented" => "commented",
        "redaction.asked" => $"asked to redact entry {detail["redacts"]}",
        Redaction.Act => $"confirmed the redaction of entry {detail["redacts"]}",
        _ => act,
    };
}
