using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Releases;

/// <summary>Which of several changes a release would take in, and why not the others. Asks what <see cref="AddItem"/> asks, and does nothing.</summary>
public sealed class AskItems(AppDb db, Actor actor, FindChanges findChanges, AddItem addItem)
{
    /// <summary>Asked about at once, and no more.</summary>
    public const int Most = 200;

    /// <param name="Title">Null of a change that nobody knows.</param>
    /// <param name="IsInIt">The release holds it already.</param>
    /// <param name="Reasons">Why not; none when it can be added.</param>
    public sealed record Item(string Change, string? Title, ChangeStatus? Status, bool IsInIt, IReadOnlyList<Reason> Reasons);

    /// <param name="Reasons">Why it takes in none at all.</param>
    /// <param name="Items">By reference, the order in which they would be added.</param>
    public sealed record Response(
        string Ref, string Title, ReleaseStatus Status, IReadOnlyList<Reason> Reasons, IReadOnlyList<Item> Items);

    public async Task<Outcome<Response>> Handle(string reference, IReadOnlyCollection<string> changes, CancellationToken ct)
    {
        if (changes.Count > Most)
            return Reason.Invalid("list.too-long", $"At most {Most} items.", "/change");
        if (await db.ReleaseWithRef(reference).AsNoTracking().SingleOrDefaultAsync(ct) is not { } release)
            return ReleaseReasons.Unknown;
        var known = await findChanges.Handle(changes, ct);
        var holders = await addItem.Holders([.. known.All.Select(change => change.Snapshot.ChangeId)], ct);
        var room = AddItem.MostItems - release.Items.Count;
        var items = new List<Item>();
        foreach (var asked in changes.Distinct().OrderBy(change => change.Length).ThenBy(change => change, StringComparer.Ordinal))
        {
            var change = known[asked];
            List<Reason> reasons =
            [
                .. AddItem.Against(new(asked), change, release),
                .. AddItem.Held(change is null ? null : holders.GetValueOrDefault(change.Snapshot.ChangeId), asked),
            ];
            if (reasons.Count == 0 && room-- <= 0)
                reasons.Add(AddItem.Full);
            items.Add(new(asked, change?.Snapshot.Title, change?.Snapshot.Status, release.Item(asked) is not null, reasons));
        }
        return new Response(release.Ref, release.Title, release.Status, [.. AddItem.Against(release, actor)], items);
    }
}
