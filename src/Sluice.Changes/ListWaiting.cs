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
/// Who may still fill a seat depends on who sits where, which the database cannot be asked; so of those with a seat for this
/// person the 200 that have waited longest are looked at, and as many of their own. For the overview page.
/// </remarks>
public sealed class ListWaiting(AppDb db, Actor actor, ListOwners listOwners, OwnedSystems ownedSystems, TimeProvider clock)
{
    /// <param name="Action">What they may do: <c>submit</c>, <c>assessment</c>, <c>approve</c>, <c>review</c> or <c>revise</c>.</param>
    /// <param name="Since">When the change last moved.</param>
    public sealed record Item(
        string Ref, string Title, ChangeStatus Status, DeliveryStatus DeliveryStatus, string Action, DateTimeOffset Since);

    public async Task<IReadOnlyList<Item>> Handle(CancellationToken ct)
    {
        var me = actor.Account;
        List<ChangeStatus> own = [ChangeStatus.Draft, ChangeStatus.InformationRequested, ChangeStatus.Rejected];
        var (isManager, isOnBoard) = (actor.Is(ChangeRoles.ChangeManager), actor.Is(ChangeRoles.CabMember));
        var assesses = isManager || actor.Is(ChangeRoles.RiskReviewer);
        var owned = await ownedSystems.Handle(me, ct);
        var mine = await Oldest(db.Changes.Where(change => change.Requester == me && own.Contains(change.Status)), ct);
        var theirs = await Oldest(
            db.Changes.Where(change => (isManager && change.Status == ChangeStatus.Review)
                || (change.Requester != me && ((assesses && change.Status == ChangeStatus.Assess)
                    || (change.Status == ChangeStatus.Authorize
                        && (isManager || (isOnBoard && change.Risk == Risk.High)
                            || db.Set<ChangeOfSystem>().Any(row => owned.Contains(row.System) && row.Number == change.Number)))))),
            ct);
        List<Change> changes = [.. mine.Concat(theirs).OrderBy(change => change.UpdatedAt).ThenBy(change => change.Number)];
        var owners = await listOwners.Handle([.. changes.SelectMany(change => change.Content.Systems).Distinct()], ct);
        return
        [
            .. from change in changes
               let action = Possible(change, new ApprovalRule(change, owners))
               where action is not null
               select new Item(
                   change.Ref, change.Content.Title, change.Status, change.DeliveryStatus, action, change.UpdatedAt),
        ];
    }

    private static Task<List<Change>> Oldest(IQueryable<Change> changes, CancellationToken ct) => changes.AsNoTracking()
        .OrderBy(change => change.UpdatedAt).ThenBy(change => change.Number).Take(Paging.LargestLimit).ToListAsync(ct);

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
