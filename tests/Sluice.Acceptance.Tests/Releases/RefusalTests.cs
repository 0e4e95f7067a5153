using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Releases;

public sealed class RefusalTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_that_is_not_approved_is_planned_and_holds_up_readiness_visibly(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Submitted()).Ref;
        var release = await sluice.Scheduled(change);

        Assert.Equal(("assess", "scheduled"), ((await sluice.Show(change)).Text("status"), await sluice.DeliveryOf(change)));
        Assert.Contains("change.authorized", await sluice.FailingChecks(release));
        var refused = (await sluice.TryRun(release, "decision", new { decision = "go", comment = "?" })).IsRefused(409, "change.not-authorized");
        Assert.Contains("evidence.testing-missing", refused.Codes);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Edit_after_go_withdraws_the_authorization_and_voids_go(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Ready(change);

        (await (await sluice.As("requester")).Patch($"/changes/{change}", new { title = "Otherwise" }, (await sluice.Show(change)).ETag)).Is(200);

        var shown = await sluice.Release(release);
        Assert.Equal("scheduled", shown.Text("status"));
        Assert.Equal("scheduled", await sluice.DeliveryOf(change));
        (await sluice.TryRun(release, "start")).IsRefused(409, "release.not-in-status");
        Assert.Contains("release.go-voided", (await (await sluice.As("auditor")).Get($"/releases/{release}/history")).Body, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Freeze_that_is_placed_later_voids_go(Store store)
    {
        var sluice = await RunningSluice.New(store);
        await using var _ = sluice;
        var change = await sluice.Deliverable();
        var release = await sluice.Ready(change);

        (await (await sluice.As("production-control")).Post("/freezes", new
        {
            key = "incident", title = "Incident", from = sluice.Now.AddMinutes(-1), until = sluice.Now.AddHours(1), zone = "Etc/UTC",
            systems = (string[])["payments-api"], reason = "Payments are down",
        })).Is(201);

        Assert.Equal("scheduled", (await sluice.Release(release)).Text("status"));
        (await sluice.TryRun(release, "decision", new { decision = "go" })).IsRefused(409, "freeze.active");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Window_that_production_control_holds_voids_go_until_it_is_released(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var control = await sluice.As("production-control");
        var window = $"held-{store}".ToLowerInvariant();
        (await control.Post("/windows", new
        {
            key = window, title = "Tonight", from = sluice.Now.AddMinutes(-5), until = sluice.Now.AddHours(8), zone = "Europe/Zurich",
            systems = (string[])["payments-api"],
        })).Is(201);
        var change = await sluice.Deliverable();
        var release = await sluice.Planned(change);
        await sluice.WriteRunbook(release, ReleaseSteps.Runbook(change));
        await sluice.Run(release, "schedule", new { window });
        await sluice.Run(release, "decision", new { decision = "go" });

        (await control.Post($"/windows/{window}/hold", new { reason = "Storage incident" })).Is(200);
        Assert.Equal("scheduled", (await sluice.Release(release)).Text("status"));
        (await sluice.TryRun(release, "decision", new { decision = "go" })).IsRefused(409, "window.held");

        (await control.Post($"/windows/{window}/release", new { reason = "Over" })).Is(200);
        await sluice.Run(release, "decision", new { decision = "go" });
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Release_is_started_in_its_interval_only(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Scheduled(change);
        await sluice.Run(release, "schedule", new { from = sluice.Now.AddHours(2), until = sluice.Now.AddHours(8), zone = "Etc/UTC" });
        await sluice.Run(release, "decision", new { decision = "go" });

        (await sluice.TryRun(release, "start")).IsRefused(409, "window.closed");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Interval_that_has_ended_or_ends_before_it_begins_is_refused(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Planned();
        var now = sluice.Now;

        (await sluice.TryRun(release, "schedule", new { from = now.AddHours(-2), until = now.AddHours(-1) })).IsRefused(422, "interval.ended");
        (await sluice.TryRun(release, "schedule", new { from = now.AddHours(2), until = now.AddHours(2) })).IsRefused(422, "interval.empty");
        (await sluice.TryRun(release, "schedule", new { from = now, until = now.AddHours(2), zone = "Middle/Earth" })).IsRefused(422, "zone.unknown");
        (await sluice.TryRun(release, "schedule", new { window = "no-such" })).IsRefused(422, "window.unknown");
        (await sluice.TryRun(release, "schedule")).IsRefused(422, "interval.missing");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_is_in_one_open_release_at_a_time(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var first = await sluice.Planned(change);
        var second = await sluice.Planned();

        (await sluice.TryRun(second, "items", new { change })).IsRefused(409, "change.in-release");
        (await sluice.TryRun(first, "items", new { change })).IsRefused(409, "change.in-release");
        (await (await sluice.As("release-manager")).Delete($"/releases/{first}/items/{change}", (await sluice.Release(first)).ETag)).Is(200);
        Assert.Equal("unplanned", await sluice.DeliveryOf(change));
        (await sluice.TryRun(second, "items", new { change })).Is(200);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task No_go_makes_the_change_late_and_says_why(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Ready(change);

        Assert.Equal("planning", (await sluice.Run(release, "decision", new { decision = "no-go", comment = "Too few people" })).Text("status"));

        var late = await sluice.Show(change);
        Assert.Equal(("delayed", 1, "no-go"), (late.Text("deliveryStatus"), (int)late["delays"], late.Text("delayReason")));
        await sluice.Run(release, "schedule", new { from = sluice.Now.AddHours(1), until = sluice.Now.AddHours(3) });
        Assert.Equal("scheduled", await sluice.DeliveryOf(change));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Dependency_cycles_are_refused_and_named(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (one, other) = (await sluice.Deliverable(), await sluice.Deliverable());
        var release = await sluice.Planned(one);
        var waiting = sluice.ChangeBody();
        waiting["dependsOn"] = new JsonArray(one);
        var third = (await sluice.Drafted(waiting)).Ref;
        (await sluice.TryRun(release, "items", new { change = third })).Is(200);

        (await sluice.TryRun(release, "items", new { change = other, dependsOn = (string[])[other] })).IsRefused(422, "item.unknown");
        (await sluice.TryRun(release, "items", new { change = other, dependsOn = (string[])["CHG-999999"] })).IsRefused(422, "item.unknown");
        var steps = ReleaseSteps.Runbook(one);
        steps[0]!["dependsOn"] = new JsonArray($"v-{one}");
        var refused = (await (await sluice.As("release-manager")).Put(
            $"/releases/{release}/runbook", new { steps }, (await sluice.Release(release)).ETag)).IsRefused(422, "step.dependency-cycle");
        Assert.Contains($"i-{one} → v-{one} → i-{one}", refused.Body.Replace("\\u2192", "→", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Everything_wrong_with_a_runbook_is_said_where_it_stands(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Planned();
        object[] steps =
        [
            new { key = "a b", title = "", phase = "implement", change = "CHG-999999", team = "no-such", owner = "nobody", minutes = -1, dependsOn = (string[])["zz"] },
            new { key = "c", title = "C", phase = "implement", minutes = 1, backsOut = "a b" },
            new { key = "c", title = "C again", minutes = 1 },
        ];

        var refused = (await (await sluice.As("release-manager")).Put(
            $"/releases/{release}/runbook", new { steps }, (await sluice.Release(release)).ETag)).Is(422);

        Assert.Equal(
            [
                "/steps/0/change", "/steps/0/dependsOn/0", "/steps/0/key", "/steps/0/minutes", "/steps/0/owner", "/steps/0/team",
                "/steps/0/title", "/steps/1/backsOut", "/steps/2/key", "/steps/2/phase",
            ],
            refused.Pointers.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Whoever_approved_is_not_assigned_and_does_no_step(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Planned(change);
        var steps = ReleaseSteps.Runbook(change);
        steps[0]!["owner"] = "app-owner";

        (await (await sluice.As("release-manager")).Put(
            $"/releases/{release}/runbook", new { steps }, (await sluice.Release(release)).ETag)).IsRefused(409, "four-eyes.decider");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Whoever_is_assigned_does_not_approve(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;
        var release = await sluice.Planned(change);
        var steps = ReleaseSteps.Runbook(change);
        steps[0]!["owner"] = "app-owner";
        await sluice.WriteRunbook(release, steps);

        (await sluice.Decide("app-owner", change, "approve")).IsRefused(403, "decision.implementer");
        Assert.Equal(["app-owner"], (await sluice.Show(change)).Texts("implementers"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Sole_implementer_does_not_validate(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Planned(change);
        var steps = ReleaseSteps.Runbook(change);
        foreach (var step in steps)
            step!["owner"] = "qa";
        await sluice.WriteRunbook(release, steps);
        await sluice.Run(release, "schedule", new { from = sluice.Now.AddMinutes(-5), until = sluice.Now.AddHours(8) });
        await sluice.Run(release, "decision", new { decision = "go" });
        await sluice.Run(release, "start");
        foreach (var key in (string[])[$"i-{change}", $"v-{change}"])
            foreach (var act in (string[])["start", "complete"])
                (await sluice.TryStep(release, key, act, "qa")).Is(200);

        (await sluice.TryRun(release, "validate", new { change, passed = true, notes = "Fine" }, "qa")).IsRefused(403, "validate.sole-implementer");
        await sluice.Run(release, "validate", new { change, passed = true, notes = "Fine" }, "operations");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Release_of_another_organisation_is_unknown(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Planned();
        var stranger = await sluice.As("other-admin");

        foreach (var path in (string[])["", "/readiness", "/events", "/history", "/proof", "/comments"])
        {
            var theirs = (await stranger.Get($"/releases/{release}{path}")).Is(404);
            var nobodys = (await stranger.Get($"/releases/REL-999999{path}")).Is(404);
            Assert.Equal(WithoutTrace(nobodys), WithoutTrace(theirs));
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Edits_of_a_release_name_the_version_they_saw(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Planned(change);
        var manager = await sluice.As("release-manager");

        (await manager.Patch($"/releases/{release}", new { title = "Other" }, null)).IsRefused(428, "version.missing");
        (await manager.Put($"/releases/{release}/runbook", new { steps = Array.Empty<object>() }, "\"1\"")).IsRefused(412, "version.stale");
        (await manager.Delete($"/releases/{release}/items/{change}")).IsRefused(428, "version.missing");
        (await manager.Patch($"/releases/{release}", new { title = "Other" }, (await sluice.Release(release)).ETag)).Is(200);
    }

    private static string WithoutTrace(Reply reply)
    {
        var body = reply.Json.AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }
}
