using System.Text.Json.Nodes;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Ledger;
using Sluice.Releases;
using Sluice.Releases.Runbooks;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>One ledger entry of a release in words.</summary>
public static class ReleaseHistory
{
    public static HistoryLine Of(ShowHistory.Item entry)
    {
        var facts = entry.Facts as JsonObject ?? [];
        var detail = facts["detail"] as JsonObject ?? facts;
        var isStep = entry.Act.StartsWith("step.", StringComparison.Ordinal);
        var (before, after) = (HistoryLine.Text(facts["status"]?["before"]), HistoryLine.Text(facts["status"]?["after"]));
        var mark = isStep && Wire.Parse<StepStatus>(after) is { } step ? Mark.Of(step)
            : Wire.Parse<ReleaseStatus>(after) is { } status ? Mark.Of(status)
            : new Mark(entry.Act == "commented" ? "info" : "ledger", "plain", "");
        var hasMoved = !isStep && before != after;
        return new(
            mark with { Word = "" }, DidOf(entry.Act, detail), hasMoved ? WordsOf(before) : null, hasMoved ? WordsOf(after) : null,
            [.. HistoryLine.SaidIn(entry.Act, detail)])
        {
            Status = PartWords.Status,
        };
    }

    private static string DidOf(string act, JsonObject detail) => act switch
    {
        "release.planned" => PartWords.PlannedTheRelease,
        "release.edited" => PartWords.EditedWhatItSays,
        "release.item-added" => Sentence.Of(PartWords.Added, detail["change"]),
        "release.item-removed" => Sentence.Of(PartWords.Removed, detail["change"]),
        "release.items-ordered" =>
            Sentence.Of(PartWords.PutTheChangesInOrder, string.Join(", ", (detail["changes"] as JsonArray ?? []).Select(change => change?.ToString()))),
        "release.scheduled" => PartWords.ScheduledIt,
        "release.runbook-written" => PartWords.WroteTheRunbook,
        "release.deviation-recorded" => PartWords.AlteredTheRunbookAfterTheStart,
        "release.change-moved" => Sentence.Of(PartWords.SawMoveToRevision, detail["ref"], detail["revision"]),
        "release.go" => PartWords.GaveGo,
        "release.no-go" => PartWords.GaveNoGo,
        "release.go-voided" => Sentence.Of(PartWords.VoidedGo, string.Join(", ", (detail["checks"] as JsonArray ?? []).Select(check => check?.ToString()))),
        "release.window-ended" => PartWords.SawItsWindowEnd,
        "release.started" => PartWords.StartedIt,
        "release.suspended" => PartWords.SuspendedIt,
        "release.resumed" => PartWords.ResumedIt,
        "release.work-ended" => PartWords.EndedTheLastStep,
        "release.back-out-ordered" => PartWords.OrderedEverythingToBeBackedOut,
        "release.item-back-out-ordered" => Sentence.Of(PartWords.OrderedToBeBackedOut, detail["change"]),
        "release.item-validated" when detail["passed"]?.GetValue<bool>() is true => Sentence.Of(PartWords.FoundThatPassed, detail["change"]),
        "release.item-validated" => Sentence.Of(PartWords.FoundThatDidNotPass, detail["change"]),
        "release.closed" => Sentence.Of(PartWords.ClosedIt, HistoryLine.Text(detail["outcome"])?.Replace('-', ' ')),
        "release.cancelled" => PartWords.CancelledIt,
        "step.started" => Sentence.Of(PartWords.StartedStep, detail["step"]),
        "step.completed" => Sentence.Of(PartWords.CompletedStep, detail["step"]),
        "step.failed" => Sentence.Of(PartWords.FailedStep, detail["step"]),
        "step.skipped" => Sentence.Of(PartWords.SkippedStep, detail["step"]),
        "commented" => PartWords.Commented,
        "redaction.asked" => Sentence.Of(PartWords.AskedToRedactEntry, detail["redacts"]),
        Redaction.Act => Sentence.Of(PartWords.ConfirmedTheRedactionOfEntry, detail["redacts"]),
        _ => act,
    };

    private static string? WordsOf(string? status) => Wire.Parse<ReleaseStatus>(status) is { } known ? Wire.Words(known) : status;
}
