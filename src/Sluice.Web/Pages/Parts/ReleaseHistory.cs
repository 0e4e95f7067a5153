using System.Text.Json.Nodes;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Ledger;
using Sluice.Releases;
using Sluice.Releases.Runbooks;

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
            Status = "Status",
        };
    }

    private static string DidOf(string act, JsonObject detail) => act switch
    {
        "release.planned" => "planned the release",
        "release.edited" => "edited what it says",
        "release.item-added" => $"added {detail["change"]}",
        "release.item-removed" => $"removed {detail["change"]}",
        "release.items-ordered" =>
            $"put the changes in order: {string.Join(", ", (detail["changes"] as JsonArray ?? []).Select(change => change?.ToString()))}",
        "release.scheduled" => "scheduled it",
        "release.runbook-written" => "wrote the runbook",
        "release.deviation-recorded" => "altered the runbook after the start",
        "release.change-moved" => $"saw {detail["ref"]} move to revision {detail["revision"]}",
        "release.go" => "gave go",
        "release.no-go" => "gave no-go",
        "release.go-voided" => $"voided go: {string.Join(", ", (detail["checks"] as JsonArray ?? []).Select(check => check?.ToString()))}",
        "release.window-ended" => "saw its window end",
        "release.started" => "started it",
        "release.suspended" => "suspended it",
        "release.resumed" => "resumed it",
        "release.work-ended" => "ended the last step",
        "release.back-out-ordered" => "ordered everything to be backed out",
        "release.item-back-out-ordered" => $"ordered {detail["change"]} to be backed out",
        "release.item-validated" => $"found that {detail["change"]} {(detail["passed"]?.GetValue<bool>() is true ? "passed" : "did not pass")}",
        "release.closed" => $"closed it: {HistoryLine.Text(detail["outcome"])?.Replace('-', ' ')}",
        "release.cancelled" => "cancelled it",
        "step.started" or "step.completed" or "step.failed" or "step.skipped" => $"{act["step.".Length..]} step {detail["step"]}",
        "commented" => "commented",
        "redaction.asked" => $"asked to redact entry {detail["redacts"]}",
        Redaction.Act => $"confirmed the redaction of entry {detail["redacts"]}",
        _ => act,
    };

    private static string? WordsOf(string? status) => Wire.Parse<ReleaseStatus>(status) is { } known ? Wire.Words(known) : status;
}
