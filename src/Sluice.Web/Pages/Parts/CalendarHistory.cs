using System.Text.Json.Nodes;
using Sluice.Kernel.History;
using Sluice.Ledger;
using Sluice.Production.Calendar;
using Sluice.Web.Words;

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
        "window.added" => PartWords.AddedTheWindow,
        "window.held" => PartWords.HeldIt,
        "window.released" => PartWords.ReleasedIt,
        "freeze.placed" => PartWords.PlacedTheFreeze,
        "freeze.lifted" => PartWords.LiftedIt,
        "commented" => PartWords.Commented,
        "redaction.asked" => Sentence.Of(PartWords.AskedToRedactEntry, detail["redacts"]),
        Redaction.Act => Sentence.Of(PartWords.ConfirmedTheRedactionOfEntry, detail["redacts"]),
        _ => act,
    };
}
