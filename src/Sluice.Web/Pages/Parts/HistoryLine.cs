using System.Text.Json.Nodes;
using Sluice.Changes.Approvals;
using Sluice.Handover;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Ledger;

namespace Sluice.Web.Pages.Parts;

/// <summary>One ledger entry in words: of a change here, of a release in <see cref="ReleaseHistory"/>.</summary>
/// <param name="Did">Continues the actor's name: "approved revision 2".</param>
/// <param name="Before">The status in words, where the act moved it.</param>
/// <param name="Said">What people wrote along with it, each with what it is.</param>
public sealed record HistoryLine(
    Mark Mark, string Did, string? Before, string? After, IReadOnlyList<(string What, string Text)> Said)
{
    /// <summary>What the status is called that it moved.</summary>
    public string Status { get; init; } = "Gate";

    private static readonly string[] Texts =
        ["answer", "comment", "conditions", "reason", "notes", "text", "title", "reasons", "dependencies", "recovery"];

    public static HistoryLine Of(ShowHistory.Item entry)
    {
        var facts = entry.Facts as JsonObject ?? [];
        var detail = facts["detail"] as JsonObject ?? facts;
        var before = Wire.Parse<ChangeStatus>(Text(facts["status"]?["before"]));
        var after = Wire.Parse<ChangeStatus>(Text(facts["status"]?["after"]));
        var moved = Wire.Parse<DeliveryStatus>(Text((facts["delivery"] as JsonObject)?["after"]));
        var mark = after is { } gate ? Mark.Of(gate)
            : moved is { } channel ? Mark.Of(channel)
            : new Mark(SymbolOf(entry.Act), "plain", "");
        return new(
            mark, DidOf(entry.Act, detail, moved), before is { } left && before != after ? Wire.Words(left) : null,
            after is { } come ? Wire.Words(come) : null, [.. SaidIn(entry.Act, detail)]);
    }

    private static string DidOf(string act, JsonObject detail, DeliveryStatus? moved) => act switch
    {
        "change.drafted" => "drafted the change",
        "change.submitted" => detail["answer"] is null ? "submitted it" : "answered",
        "change.edited" => $"made revision {detail["revision"]}",
        "change.assessed" => $"assessed it: likelihood {detail["assessment"]?["likelihood"]} × impact "
            + $"{detail["assessment"]?["impact"]}, {Text(detail["assessment"]?["risk"])} risk",
        "change.decided" => DecidedOf(detail),
        "change.held" => "put it on hold",
        "change.resumed" => "took it up again",
        "change.revised" => "made it a draft again",
        "change.cancelled" => "cancelled it",
        "change.deferral-ended" => "ended the deferral",
        "change.authorization-expired" => "saw the authorization expire",
        "change.executed" => $"reported from {Text(detail["release"])}: {Text(detail["result"])?.Replace('-', ' ')}",
        "change.closed" => $"closed it: {Text(detail["closeCode"])?.Replace('-', ' ')}",
        "change.returned" => "returned it to be authorized again",
        "change.evidence-attached" => $"attached evidence: {Text(detail["kind"])?.Replace('-', ' ')}",
        "change.delivery-moved" => $"moved it in {Text(detail["release"]) ?? "no release"}: "
            + (moved is { } status ? Wire.Words(status).ToLowerInvariant() : "unplanned"),
        "change.staffing-declared" => "declared who implements it",
        "commented" => "commented",
        "redaction.asked" => $"asked to redact entry {detail["redacts"]}",
        Redaction.Act => $"confirmed the redaction of entry {detail["redacts"]}",
        _ => act,
    };

    private static string DecidedOf(JsonObject detail) => Wire.Parse<Ruling>(Text(detail["decision"])) switch
    {
        Ruling.Approve => $"approved revision {detail["revision"]}",
        Ruling.Reject => $"rejected revision {detail["revision"]}",
        Ruling.Defer => "deferred it",
        _ => "asked for information",
    };

    private static string SymbolOf(string act) => act switch
    {
        "commented" => "info",
        "change.drafted" => "gate-draft",
        "change.evidence-attached" => "check-pass",
        _ => "ledger",
    };

    internal static IEnumerable<(string, string)> SaidIn(string act, JsonObject detail)
    {
        var spoken = detail["assessment"] as JsonObject ?? detail;
        foreach (var what in Texts)
            if (spoken[what] is JsonObject redacted && redacted["redacted"] is not null)
                yield return (what, "redacted");
            else if (Text(spoken[what]) is { Length: > 0 } text)
                // A channel's reason is a stable word, not something that somebody wrote.
                yield return (what, act == "change.delivery-moved" ? text.Replace('-', ' ') : text);
    }

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
