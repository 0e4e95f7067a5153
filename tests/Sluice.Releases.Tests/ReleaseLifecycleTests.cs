using static Sluice.Releases.ReleaseFact;
using static Sluice.Releases.ReleaseStatus;

namespace Sluice.Releases.Tests;

public sealed class ReleaseLifecycleTests
{
    /// <summary>The table a second time, by hand: an alteration has to be meant twice.</summary>
    private static readonly Dictionary<ReleaseStatus, (ReleaseFact Fact, ReleaseStatus To)[]> Expected = new()
    {
        [Planning] = [(PlanChanged, Planning), (IntervalCommitted, Scheduled), (CalledOff, Cancelled)],
        [Scheduled] =
        [
            (PlanChanged, Scheduled), (IntervalCommitted, Scheduled), (GoGiven, Ready), (NoGoGiven, Planning),
            (WindowLost, Planning), (CalledOff, Cancelled),
        ],
        [Ready] =
        [
            (PlanChanged, Scheduled), (IntervalCommitted, Scheduled), (CheckFailed, Scheduled), (NoGoGiven, Planning),
            (WindowLost, Planning), (Started, Executing), (CalledOff, Cancelled),
        ],
        [Executing] =
        [
            (DeviationRecorded, Executing), (SuspensionPlaced, Suspended), (WorkEnded, Validating), (WorkReopened, Executing),
            (BackOutOrdered, BackingOut), (ClosedFailed, Failed),
        ],
        [Suspended] = [(DeviationRecorded, Suspended), (Resumed, Executing), (WorkReopened, Suspended), (BackOutOrdered, BackingOut)],
        [Validating] =
        [
            (WorkReopened, Executing), (BackOutOrdered, BackingOut), (ClosedSuccessful, Completed),
            (ClosedWithIssues, CompletedWithExceptions), (ClosedBackedOut, BackedOut), (ClosedFailed, Failed),
        ],
        [BackingOut] = [(DeviationRecorded, BackingOut), (WorkEnded, Validating), (ClosedFailed, Failed)],
        [Completed] = [], [CompletedWithExceptions] = [], [BackedOut] = [], [Failed] = [], [Cancelled] = [],
    };

    [Fact]
    public void Every_pair_of_status_and_fact_leads_where_it_should_or_nowhere()
    {
        foreach (var from in Enum.GetValues<ReleaseStatus>())
            foreach (var fact in Enum.GetValues<ReleaseFact>())
            {
                var moves = Expected[from].Where(move => move.Fact == fact).Select(move => (ReleaseStatus?)move.To).ToList();
                Assert.Equal(moves.SingleOrDefault(), ReleaseLifecycle.After(from, fact));
            }
    }

    [Fact]
    public void Every_status_can_be_reached_from_planning()
    {
        var reached = new HashSet<ReleaseStatus> { Planning };
        for (var count = 0; count != reached.Count;)
        {
            count = reached.Count;
            reached.UnionWith(reached.ToList().SelectMany(from =>
                Enum.GetValues<ReleaseFact>().Select(fact => ReleaseLifecycle.After(from, fact)).OfType<ReleaseStatus>()));
        }

        Assert.Equal(Enum.GetValues<ReleaseStatus>(), reached.Order());
    }

    [Theory]
    [InlineData(Completed)]
    [InlineData(CompletedWithExceptions)]
    [InlineData(BackedOut)]
    [InlineData(Failed)]
    [InlineData(Cancelled)]
    public void Ended_release_holds_its_changes_no_longer(ReleaseStatus ended) => Assert.False(ReleaseLifecycle.IsOpen(ended));

    [Fact]
    public void Diagram_in_the_documents_is_what_the_table_says() =>
        WrittenDiagram.IsShownIn("docs/lifecycles/release.md", ReleaseLifecycle.Mermaid());
}
