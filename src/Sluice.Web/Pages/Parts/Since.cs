using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Kernel.History;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>What has happened to a record since a page of it went out: who did what, and when.</summary>
/// <remarks>Forms carry the version that they were shown with, which is a place in the history.</remarks>
/// <param name="Acts">Newest first.</param>
/// <param name="HasMore">Than these; the history has them all.</param>
/// <param name="Difference">Where the revisions before and after stand beside each other; null where it was not edited.</param>
public sealed record Since(IReadOnlyList<RecordPast.Line> Acts, bool HasMore, string? Difference)
{
    public const string Field = "seen";

    private const int Most = 30;

    // They leave the status alone and yet alter what an act would be about.
    private static readonly string[] Material =
    [
        "change.edited", "change.assessed", "release.runbook-written", "release.deviation-recorded", "release.item-added",
        "release.item-removed", "release.scheduled", "release.change-moved",
    ];

    /// <summary>What is on the page is no longer what an act would be about; of what is not listed here nobody knows.</summary>
    public bool HasMoved => HasMore || Acts.Any(act => act.Words.Before is not null || Material.Contains(act.Entry.Act));

    public static Reason Stale => Reason.Conflict(
        "page.stale", PartWords.ItHasMovedOn);

    /// <returns>Null when nothing has happened, or the form does not say what it was shown with.</returns>
    public static async Task<Since?> Read(
        HttpRequest request, ShowHistory history, RecordKind kind, string reference, Func<ShowHistory.Item, HistoryLine> words,
        CancellationToken ct)
    {
        if (!request.HasFormContentType || !long.TryParse(request.Form[Field], CultureInfo.InvariantCulture, out var seen))
            return null;
        var read = await history.Handle(kind, reference, new() { Limit = Most }, ct);
        if (read.Refusal is not null)
            return null;
        var acts = read.Value.Items.Where(entry => entry.Sequence > seen).ToList();
        return acts.Count == 0 ? null : new(
            [.. acts.Select(entry => new RecordPast.Line(entry, words(entry)))], acts[^1].Sequence > seen + 1,
            DifferenceOf(acts, $"{kind.Path}/{reference}"));
    }

    /// <summary>Where one sees what these acts altered of what a change says.</summary>
    public static string? DifferenceOf(IEnumerable<ShowHistory.Item> acts, string address)
    {
        var revisions = acts.Where(act => act.Act == "change.edited").Select(act => RevisionOf(act.Facts)).ToList();
        return revisions.Count == 0 || revisions.Contains(null)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{address}/difference?from={revisions.Min() - 1}&to={revisions.Max()}");
    }

    private static int? RevisionOf(JsonNode facts) => (int?)(facts["detail"] ?? facts)["revision"];
}
