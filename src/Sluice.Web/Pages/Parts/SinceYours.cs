using Sluice.Kernel.History;
using Sluice.Kernel.People;

namespace Sluice.Web.Pages.Parts;

/// <summary>What others have done to a record since somebody last did something to it: what they have not taken into account yet.</summary>
/// <remarks>Acts are in the ledger, looks are not: so this counts from the last act, and says so.</remarks>
/// <param name="Last">What they did last; null when they have done nothing, or nothing lately.</param>
/// <param name="Acts">After that, newest first.</param>
/// <param name="Difference">Where the revisions before and after stand beside each other; null where it was not edited.</param>
public sealed record SinceYours(RecordPast.Line? Last, IReadOnlyList<RecordPast.Line> Acts, string? Difference)
{
    private const int Furthest = 200;

    public static async Task<SinceYours> Read(
        RecordPast past, ShowHistory history, RecordKind kind, string reference, Account you,
        Func<ShowHistory.Item, HistoryLine> words, CancellationToken ct)
    {
        var lines = past.History;
        // Mostly the page has them already.
        if (!past.IsLatest || (past.Older is not null && lines.All(line => line.Entry.Actor != you)))
            lines = [.. (await history.Handle(kind, reference, new() { Limit = Furthest }, ct)).Value.Items
                .Select(entry => new RecordPast.Line(entry, words(entry)))];
        var last = lines.FirstOrDefault(line => line.Entry.Actor == you);
        List<RecordPast.Line> since = last is null ? [] : [.. lines.TakeWhile(line => line != last)];
        return new(last, since, Since.DifferenceOf(since.Select(line => line.Entry), past.Address));
    }
}
