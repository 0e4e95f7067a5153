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
/// Who may fill a seat depends on teams, which the database cannot ask the rules about; so the 200 that have waited longest
/// are looked at. For the overview page.
/// </remarks>
public sealed class ListWaiting(AppDb db, Actor actor, ListOwners listOwners, TimeProvider clock)
{
    /// <param name="Action">What they may do: <c>submit</c>, <c>assessment</c>, <c>approve</c>, <c>review</c> or <c>revise</c>.</param>
    /// <param name="Since">When the change last moved.</param>
    public sealed record Item(
        string Ref, string Title, ChangeStatus Status, DeliveryStatus DeliveryStatus, string Action, DateTimeOffset Since);

    public async Task<IReadOnlyList<Item>> Handle(CancellationToken ct)
    {
        var me = actor.Account;
        List<ChangeStatus> others = [ChangeStatus.Authorize, .. Reviewed(), .. Assessed()];
        List<ChangeStatus> own = [ChangeStatus.Draft, ChangeStatus.InformationRequested, ChangeStatus.Rejected];
        var changes = await db.Changes.AsNoTracking()
            .Where(change => others.Contains(change.Status) || (own.Contains(change.Status) && change.Requester == me))
            .OrderBy(change => change.UpdatedAt).ThenBy(change => change.Number)
            .Take(Paging.LargestLimit).ToListAsync(ct);
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

    private IEnumerable<ChangeStatus> Assessed() =>
        actor.IsAny(ChangeRoles.RiskReviewer, ChangeRoles.ChangeManager) ? [ChangeStatus.Assess] : [];

    private IEnumerable<ChangeStatus> Reviewed() => actor.Is(ChangeRoles.ChangeManager) ? [ChangeStatus.Review] : [];

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
