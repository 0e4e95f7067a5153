using System.Text.Json.Nodes;
using Sluice.Changes.Approvals;
using Sluice.Handover;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Ledger;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>One ledger entry in words: of a change here, of a release in <see cref="ReleaseHistory"/>.</summary>
/// <param name="Did">Continues the actor's name: "approved revision 2".</param>
/// <param name="Before">The status in words, where the act moved it.</param>
/// <param name="Said">What people wrote along with it, each with what it is: "Reason", or nothing for what was just said.</param>
public sealed record HistoryLine(
    Mark Mark, string Did, string? Before, string? After, IReadOnlyList<(string What, string Text)> Said)
{
    /// <summary>What the status is called that it moved.</summary>
    public string Status { get; init; } = PartWords.Gate;

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
        "change.drafted" => PartWords.DraftedTheChange,
        "change.submitted" => detail["answer"] is null ? PartWords.SubmittedIt : PartWords.Answered,
        "change.edited" => Sentence.Of(PartWords.MadeRevision, detail["revision"]),
        "change.assessed" => Sentence.Of(PartWords.AssessedItLikelihoodImpactRisk, detail["assessment"]?["likelihood"], detail["assessment"]?["impact"], Text(detail["assessment"]?["risk"])),
        "change.decided" => DecidedOf(detail),
        "change.held" => PartWords.PutItOnHold,
        "change.resumed" => PartWords.TookItUpAgain,
        "change.revised" => PartWords.MadeItADraftAgain,
        "change.cancelled" => PartWords.CancelledIt,
        "change.deferral-ended" => PartWords.EndedTheDeferral,
        "change.authorization-expired" => PartWords.SawTheAuthorizationExpire,
        "change.executed" => Sentence.Of(PartWords.ReportedFrom, Text(detail["release"]), Text(detail["result"])?.Replace('-', ' ')),
        "change.closed" => Sentence.Of(PartWords.ClosedIt, Text(detail["closeCode"])?.Replace('-', ' ')),
        "change.returned" => PartWords.ReturnedItToBeAuthorizedAgain,
        "change.evidence-attached" => Sentence.Of(PartWords.AttachedEvidence, Text(detail["kind"])?.Replace('-', ' ')),
        "change.delivery-moved" => MovedOf(Text(detail["release"]), moved is { } status ? Wire.Words(status).ToLowerInvariant() : PartWords.UnplannedThen),
        "change.staffing-declared" => PartWords.DeclaredWhoImplementsIt,
        "commented" => PartWords.Commented,
        "redaction.asked" => Sentence.Of(PartWords.AskedToRedactEntry, detail["redacts"]),
        Redaction.Act => Sentence.Of(PartWords.ConfirmedTheRedactionOfEntry, detail["redacts"]),
        _ => act,
    };

    private static string DecidedOf(JsonObject detail) => Wire.Parse<Ruling>(Text(detail["decision"])) switch
    {
        Ruling.Approve => Sentence.Of(PartWords.ApprovedRevision, detail["revision"]),
        Ruling.Reject => Sentence.Of(PartWords.RejectedRevision, detail["revision"]),
        Ruling.Defer => PartWords.DeferredIt,
        _ => PartWords.AskedForInformation,
    };

    private static string MovedOf(string? release, string where) => release is null
        ? Sentence.Of(PartWords.MovedItInNoRelease, where)
        : Sentence.Of(PartWords.MovedItInRelease, release, where);

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
                yield return (WordOf(what), PartWords.Redacted);
            else if (Text(spoken[what]) is { Length: > 0 } text)
                // A channel's reason is a stable word, not something that somebody wrote.
                yield return (WordOf(what), act == "change.delivery-moved" ? text.Replace('-', ' ') : text);
    }

    /// <summary>What a text is called that stands in an entry; empty for what was just said.</summary>
    internal static string WordOf(string what) => what switch
    {
        "answer" => PartWords.Answer,
        "comment" => PartWords.Comment,
        "conditions" => PartWords.Conditions,
        "dependencies" => PartWords.Dependencies,
        "name" => PartWords.Name,
        "notes" => PartWords.Notes,
        "reason" => PartWords.Reason,
        "reasons" => PartWords.Reasons,
        "recovery" => PartWords.Recovery,
        "title" => PartWords.Title,
        _ => "",
    };

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
