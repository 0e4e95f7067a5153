using Sluice.Handover;
using Sluice.Kernel.People;
using Sluice.Production.Systems;

namespace Sluice.Changes.Approvals;

/// <summary>
/// Who must approve: a member of the owner team of each affected system and a change manager, and for a high risk two CAB
/// members more.
/// </summary>
internal sealed class ApprovalRule(Change change, OwnerTeams owners)
{
    public const string OwnerOf = "owner:";
    private const int CabSeatsForHighRisk = 2;

    public IReadOnlyList<string> Seats { get; } =
    [
        .. change.Content.Systems.Distinct().Select(system => OwnerOf + system),
        ChangeRoles.ChangeManager.Name,
        .. change.Risk is Risk.High ? Enumerable.Repeat(ChangeRoles.CabMember.Name, CabSeatsForHighRisk) : [],
    ];

    /// <summary>The kinds of seat this person could fill, taken or not.</summary>
    public IReadOnlyList<string> SeatsFor(Actor actor) => [.. Seats.Distinct().Where(seat =>
        seat.StartsWith(OwnerOf, StringComparison.Ordinal)
            ? owners.Include(actor.Account, seat[OwnerOf.Length..]) && !IsOnlyAuditor(actor)
            : actor.Is(new Role(seat)))];

    // Auditors look at decisions; whatever team they are in, they make none.
    private static bool IsOnlyAuditor(Actor actor) => actor.Roles.All(role => role == KernelRoles.Auditor);

    /// <summary>The standing approvals in their seats.</summary>
    public Seating Seating()
    {
        var seating = new Seating(Seats);
        foreach (var approval in change.StandingApprovals)
            seating.Take(approval.By, approval.CouldFill);
        return seating;
    }

    /// <summary>Who sits where once this person's approval has filled the last seat; null when it does not.</summary>
    public IReadOnlyList<Decider>? QuorumWith(Actor actor)
    {
        var seating = Seating();
        if (!seating.Take(actor.Account, SeatsFor(actor)) || seating.Open.Any())
            return null;
        return [.. change.StandingApprovals.Select(approval => approval.By).Append(actor.Account).Distinct()
            .Select(account => new Decider(account, seating.SeatOf(account)!))];
    }
}
