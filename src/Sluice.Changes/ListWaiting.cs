using Microsoft.EntityFrameworkCore;
using Sluice.Changes.Approvals;
using Sluice.Changes.Assessment;
using Sluice.Changes.Reviewing;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Changes;

/// <summary>What waits for one person: the changes that do not move until they act. The same rules as behind the acts.</summary>
/// <remarks>
/// Who may still fill a seat depends on who sits where, which the database cannot be asked: so the changes with a seat for this person
/// are gone through, those first that have waited longest, until enough are found. For pages.
/// </remarks>
public sealed class ListWaiting(AppDb db, Actor actor, ListOwners listOwners, OwnedSystems ownedSystems, TimeProvider clock)
{
    private const int AtOnce = 50;

    // Of those who have decided already, and wait for others.
    private const int MostLookedAt = 2_000;

    /// <param name="Action">What they may do: <c>submit</c>, <c>assessment</c>, <c>approve</c>, <c>review</c> or <c>revise</c>.</param>
    /// <param name="Since">When the change last moved.</param>
    public sealed record Item(
        string Ref, string Title, ChangeStatus Status, DeliveryStatus DeliveryStatus, string Action, DateTimeOffset Since);

    public async Task<IReadOnlyList<Item>> Handle(CancellationToken ct) => (await First(Paging.LargestLimit, ct)).Items;

    /// <returns>
    /// Of their own and of what others ask of them at least so many each, those that have waited longest, and whether these are all.
    /// </returns>
    public async Task<(IReadOnlyList<Item> Items, bool IsWhole)> First(int most, CancellationToken ct)
    {
        var me = actor.Account;
        List<ChangeStatus> own = [ChangeStatus.Draft, ChangeStatus.InformationRequested, ChangeStatus.Rejected];
        var (isManager, isOnBoard) = (actor.Is(ChangeRoles.ChangeManager), actor.Is(ChangeRoles.CabMember));
        var assesses = isManager || actor.Is(ChangeRoles.RiskReviewer);
        var owned = await ownedSystems.Handle(me, ct);
        var (mine, areAllMine) = await Find(
            db.Changes.Where(change => change.Requester == me && own.Contains(change.Status)), most, ct);
        var (theirs, areAllTheirs) = await Find(
            db.Changes.Where(change => (isManager && change.Status == ChangeStatus.Review)
                || (change.Requester != me && ((assesses && change.Status == ChangeStatus.Assess)
                    || (change.Status == ChangeStatus.Authorize
                        && (isManager || (isOnBoard && change.Risk == Risk.High)
                            || db.Set<ChangeOfSystem>().Any(row => owned.Contains(row.System) && row.Number == change.Number)))))),
            most, ct);
        List<Item> all = [.. mine.Concat(theirs).OrderBy(item => item.Since).ThenBy(item => item.Ref, StringComparer.Ordinal)];
        return (all, areAllMine && areAllTheirs);
    }

    private async Task<(List<Item> Found, bool IsWhole)> Find(IQueryable<Change> changes, int most, CancellationToken ct)
    {
        var found = new List<Item>();
        Change? last = null;
        for (var lookedAt = 0; found.Count <= most; lookedAt += AtOnce)
        {
            if (lookedAt >= MostLookedAt)
                return (found, false);
            var page = await After(changes, last).OrderBy(change => change.UpdatedAt).ThenBy(change => change.Number).Take(AtOnce)
                .AsNoTracking().ToListAsync(ct);
            var owners = await listOwners.Handle([.. page.SelectMany(change => change.Content.Systems).Distinct()], ct);
            found.AddRange(
                from change in page
                let action = Possible(change, new ApprovalRule(change, owners))
                where action is not null
                select new Item(change.Ref, change.Content.Title, change.Status, change.DeliveryStatus, action, change.UpdatedAt));
            if (page.Count < AtOnce)
                return (found, true);
            last = page[^1];
        }
        return (found, false);
    }

    private static IQueryable<Change> After(IQueryable<Change> changes, Change? last)
    {
        if (last is null)
            return changes;
        var (at, number) = (last.UpdatedAt, last.Number);
        return changes.Where(change => change.UpdatedAt >= at && (change.UpdatedAt > at || change.Number > number));
    }

    private string? Possible(Change change, ApprovalRule rule)
    {
        (string Action, IEnumerable<Reason> Against)[] acts =
        [
            ("submit", SubmitChange.Against(change, actor)),
            ("assessment", AssessChange.Against(change, actor)),
            (Wire.Name(Ruling.Approve), DecisionRules.Against(change, Ruling.Approve, rule, actor, clock.GetUtcNow())),
            ("review", ReviewChange.Against(change, actor)),
            ("revise", ReviseChange.Against(change, actor)),
        ];
        return acts.FirstOrDefault(act => !act.Against.Any()).Action;
    }
}
