using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Releases;

/// <summary>Both sides of the house at the same moment.</summary>
public sealed class RaceTests
{
    private const int Eight = 8;
    private const int Fifty = 50;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Edit_against_start_never_leaves_a_release_executing_without_a_live_authorization(Store store)
    {
        var sluice = await RunningSluice.New(store);
        await using var _ = sluice;
        var (requester, manager) = (await sluice.As("requester"), await sluice.As("release-manager"));
        var (started, edited) = (0, 0);

        for (var round = 0; round < Fifty; round++)
        {
            var change = await sluice.Deliverable();
            var release = await sluice.Ready(change);
            var seen = (await sluice.Show(change)).ETag;

            var both = await Task.WhenAll(
                Task.Run(() => manager.Post($"/releases/{release}/start")),
                Task.Run(() => requester.Patch($"/changes/{change}", new { title = $"Edit {round}" }, seen)));

            var (isStarted, isEdited) = (both[0].Status == 200, both[1].Status == 200);
            Assert.True(isStarted != isEdited, $"start {both[0].Status}, edit {both[1].Status}");
            Assert.Equal(isStarted ? "executing" : "scheduled", (await sluice.Release(release)).Text("status"));
            Assert.Equal(isStarted ? "approved" : "authorize", (await sluice.Show(change)).Text("status"));
            (started, edited) = (started + (isStarted ? 1 : 0), edited + (isEdited ? 1 : 0));
        }
        Assert.Equal(Fifty, started + edited);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Approval_against_assignment_never_leaves_an_approver_who_implements(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (owner, manager) = (await sluice.As("app-owner"), await sluice.As("release-manager"));

        for (var round = 0; round < Eight; round++)
        {
            var change = (await sluice.Assessed()).Ref;
            var release = await sluice.Planned(change);
            var steps = ReleaseSteps.Runbook(change);
            steps[0]!["owner"] = "app-owner";
            var seen = (await sluice.Release(release)).ETag;

            var both = await Task.WhenAll(
                Task.Run(() => manager.Put($"/releases/{release}/runbook", new { steps }, seen)),
                Task.Run(() => owner.Post($"/changes/{change}/decisions", new { decision = "approve", revision = 1 })));

            Assert.True((both[0].Status == 200) != (both[1].Status == 200), $"assign {both[0].Status}, approve {both[1].Status}");
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Same_step_by_eight_is_started_once(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Executing(change);

        foreach (var act in (string[])["start", "complete"])
        {
            var replies = await Task.WhenAll(Enumerable.Range(0, Eight).Select(n =>
                Task.Run(() => sluice.TryStep(release, $"i-{change}", act, n % 2 == 0 ? "implementer-1" : "implementer-2"))));
            Assert.Equal([200, .. Enumerable.Repeat(409, Eight - 1)], replies.Select(reply => reply.Status).Order());
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Same_change_into_eight_releases_goes_into_one(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var releases = await Task.WhenAll(Enumerable.Range(0, Eight).Select(_ => sluice.Planned()));

        var replies = await Task.WhenAll(releases.Select(release => Task.Run(() => sluice.TryRun(release, "items", new { change }))));

        Assert.Equal([200, .. Enumerable.Repeat(409, Eight - 1)], replies.Select(reply => reply.Status).Order());
    }
}
