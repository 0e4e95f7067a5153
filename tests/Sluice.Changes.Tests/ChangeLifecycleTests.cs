using Sluice.Handover;
using static Sluice.Changes.ChangeFact;

namespace Sluice.Changes.Tests;

public sealed class ChangeLifecycleTests
{
    /// <summary>The table spelled out a second time, fact by fact, so that an alteration has to be meant twice.</summary>
    private static readonly Dictionary<ChangeFact, string> Expected = new()
    {
        [Submitted] = "draft→assess",
        [Assessed] = "assess→authorize",
        [ApprovalGiven] = "authorize→authorize",
        [QuorumReached] = "authorize→approved",
        [RejectionGiven] = "authorize→rejected",
        [DeferralGiven] = "authorize→deferred",
        [DeferralEnded] = "deferred→authorize",
        [InformationAsked] = "assess→information-requested authorize→information-requested",
        [AnsweredToAssess] = "information-requested→assess",
        [AnsweredToAuthorize] = "information-requested→authorize",
        [MaterialEdit] =
            "draft→draft assess→assess authorize→authorize approved→authorize information-requested→information-requested on-hold→on-hold",
        [MaterialEditOfScope] =
            "draft→draft assess→assess authorize→assess approved→assess information-requested→information-requested on-hold→on-hold",
        [HoldPlaced] = "assess→on-hold authorize→on-hold approved→on-hold",
        [ResumedToAssess] = "on-hold→assess",
        [ResumedToAuthorize] = "on-hold→authorize",
        [ResumedToApproved] = "on-hold→approved",
        [AuthorizationExpired] = "approved→authorize on-hold→on-hold",
        [Revised] = "rejected→draft",
        [CalledOff] =
            "draft→cancelled assess→cancelled authorize→cancelled approved→cancelled information-requested→cancelled "
            + "on-hold→cancelled deferred→cancelled rejected→cancelled",
        [ExecutionReported] =
            "draft→review assess→review authorize→review approved→review information-requested→review on-hold→review "
            + "deferred→review review→review rejected→review closed→review cancelled→review",
        [ReviewClosed] = "review→closed",
        [ReviewReturned] = "review→authorize",
    };

    [Fact]
    public void Table_says_what_is_said_here_and_nothing_else()
    {
        Assert.Equal(Enum.GetValues<ChangeFact>().Order(), Expected.Keys.Order());
        foreach (var fact in Enum.GetValues<ChangeFact>())
        {
            var moves = Expected[fact].Split(' ').Select(move => move.Split('→')).ToDictionary(move => move[0], move => move[1]);
            foreach (var status in Enum.GetValues<ChangeStatus>())
                Assert.True(
                    moves.GetValueOrDefault(Kernel.Http.Wire.Name(status)) == (ChangeLifecycle.After(status, fact) is { } next ? Kernel.Http.Wire.Name(next) : null),
                    $"{status} + {fact} → {ChangeLifecycle.After(status, fact)}");
        }
    }

    [Fact]
    public void Every_status_can_be_reached_from_draft()
    {
        var reached = new HashSet<ChangeStatus> { ChangeStatus.Draft };
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            foreach (var status in reached.ToList())
                reached.UnionWith(Enum.GetValues<ChangeFact>().Select(fact => ChangeLifecycle.After(status, fact)).OfType<ChangeStatus>());
        }

        Assert.Equal(Enum.GetValues<ChangeStatus>().Order(), reached.Order());
    }

    [Fact]
    public void What_has_been_executed_is_never_refused() =>
        Assert.All(Enum.GetValues<ChangeStatus>(), status => Assert.Equal(ChangeStatus.Review, ChangeLifecycle.After(status, ExecutionReported)));

    [Fact]
    public void Ended_change_moves_by_nothing_but_a_late_report()
    {
        foreach (var ended in (ChangeStatus[])[ChangeStatus.Closed, ChangeStatus.Cancelled])
            foreach (var fact in Enum.GetValues<ChangeFact>().Where(fact => fact is not ExecutionReported))
                Assert.Null(ChangeLifecycle.After(ended, fact));
    }
}
