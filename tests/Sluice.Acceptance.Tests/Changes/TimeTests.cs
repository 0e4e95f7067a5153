using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Changes.Approvals;
using Sluice.Handover;
using Sluice.Kernel.Idempotency;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Acceptance.Tests.Changes;

/// <summary>What becomes true by time alone.</summary>
public sealed class TimeTests
{
    private readonly SetClock clock = new();

    [Theory, ClassData(typeof(BothStores))]
    public async Task Deferred_change_sleeps_until_its_day_and_wakes_by_itself(Store store)
    {
        await using var sluice = await RunningSluice.New(store, clock);
        var change = (await sluice.Assessed()).Ref;

        var deferred = (await sluice.Decide("change-manager", change, "defer", "After the freeze", sluice.Now.AddDays(1))).Is(200);
        Assert.Equal("deferred", deferred.Text("status"));
        (await sluice.Decide("app-owner", change, "approve")).IsRefused(409, "change.not-in-status");

        clock.Advance(TimeSpan.FromHours(23));
        await sluice.Tick();
        Assert.Equal("deferred", (await sluice.Show(change)).Text("status"));

        clock.Advance(TimeSpan.FromHours(2));
        await sluice.Tick();
        Assert.Equal("authorize", (await sluice.Show(change)).Text("status"));
        var woke = (await sluice.History(change))[^1];
        Assert.Equal(("change.deferral-ended", "sluice"), ((string)woke["act"]!, (string)woke["actor"]!));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Authorization_ends_with_its_window_and_the_approvals_go_with_it(Store store)
    {
        await using var sluice = await RunningSluice.New(store, clock);
        var change = (await sluice.Approved()).Ref;

        clock.Advance(TimeSpan.FromDays(3));
        Assert.Contains("authorization.expired", await GateReasons(sluice, change));

        await sluice.Tick();
        var expired = await sluice.Show(change);
        Assert.Equal("authorize", expired.Text("status"));
        Assert.Null(expired.Json["authorization"]);
        Assert.Equal(["owner:payments-api", "change-manager"], expired.Texts("stillNeeded"));

        (await sluice.Decide("app-owner", change, "approve")).IsRefused(409, "decision.window-ended");
        await (await sluice.As("requester")).Patch(
            $"/changes/{change}", new { requestedWindow = new { from = sluice.Now, until = sluice.Now.AddDays(1) } });
        Assert.Equal("approved", (await sluice.Approve(change)).Text("status"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Approved_change_whose_window_passes_on_hold_has_to_be_approved_again(Store store)
    {
        await using var sluice = await RunningSluice.New(store, clock);
        var change = (await sluice.Approved()).Ref;
        await sluice.Act("change-manager", change, "hold", new { reason = "Incident" });

        clock.Advance(TimeSpan.FromDays(4));
        var resumed = await sluice.Act("change-manager", change, "resume", new { reason = "Over" });

        Assert.Equal("authorize", resumed.Text("status"));
        Assert.Null(resumed.Json["authorization"]);
        Assert.Equal(["owner:payments-api", "change-manager"], resumed.Texts("stillNeeded"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_that_wakes_is_in_the_calendar_again(Store store)
    {
        await using var sluice = await RunningSluice.New(store, clock);
        var change = (await sluice.Assessed()).Ref;
        Assert.Equal([change], await Booked(sluice));
        (await sluice.Decide("change-manager", change, "defer", "Later", sluice.Now.AddHours(1))).Is(200);
        Assert.Empty(await Booked(sluice));

        clock.Advance(TimeSpan.FromHours(2));
        await sluice.Tick();

        Assert.Equal([change], await Booked(sluice));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Authorization_of_a_change_that_failed_once_ends_with_its_window_too(Store store)
    {
        await using var sluice = await RunningSluice.New(store, clock);
        var change = (await sluice.Approved()).Ref;
        await sluice.Happened(change, failing =>
        {
            var (manager, now) = (new Account("release-manager"), sluice.Now);
            failing.Delivered(new(default, default, failing.Id, "REL-9", DeliveryStatus.Failed, null, null, manager, now));
            failing.Executed(new(default, default, failing.Id, "REL-9", ExecutionResult.Failed, now, now, [], manager, now));
            Assert.Null(failing.Return("Again", new(failing.TenantId, new("change-manager"), []), now));
        });
        Assert.Equal("approved", (await sluice.Approve(change)).Text("status"));

        clock.Advance(TimeSpan.FromDays(4));
        await sluice.Tick();

        Assert.Equal("authorize", (await sluice.Show(change)).Text("status"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task All_that_is_due_is_done_in_one_beat(Store store)
    {
        await using var sluice = await RunningSluice.New(store, clock);
        await sluice.AddCrowd(120, "crm", (change, owners) => change.Decide(
            new(Ruling.Defer, 1, "Later", sluice.Now.AddHours(1), null), owners,
            new(change.TenantId, new("change-manager"), [new("change-manager")]), sluice.Now));

        clock.Advance(TimeSpan.FromHours(2));
        await sluice.Tick();

        Assert.Empty((await (await sluice.As("auditor")).Get("/changes?status=deferred")).Is(200)["items"].AsArray());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_fails_holds_up_nothing_else(Store store)
    {
        await using var sluice = await RunningSluice.New(store, clock);
        foreach (var account in (string[])["requester", "other-requester"])
            (await (await sluice.As(account)).Post("/tokens", new { name = "Mine", scopes = (string[])["read"] }, "once")).Is(201);
        await sluice.Database.Run("alter table change rename to gone");

        clock.Advance(TimeSpan.FromDays(2));
        await sluice.Tick();

        foreach (var account in (string[])["requester", "other-requester"])
        {
            await using var scope = await sluice.ScopeOf(account);
            Assert.Empty(await scope.ServiceProvider.GetRequiredService<AppDb>().Set<StoredReply>().ToListAsync());
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_that_cannot_be_read_holds_up_no_other(Store store)
    {
        await using var sluice = await RunningSluice.New(store, clock);
        string[] changes = [(await sluice.Assessed()).Ref, (await sluice.Assessed()).Ref];
        foreach (var change in changes)
            (await sluice.Decide("change-manager", change, "defer", "Later", sluice.Now.AddHours(1))).Is(200);
        if (store is Store.Postgres)
            await sluice.Database.Run("alter table change no force row level security");
        await sluice.Database.Run($"update change set decisions = 'nonsense' where number = {changes[0]["CHG-".Length..]}");

        clock.Advance(TimeSpan.FromHours(2));
        await sluice.Tick();

        Assert.Equal("authorize", (await sluice.Show(changes[1])).Text("status"));
    }

    private static async Task<IEnumerable<string>> Booked(RunningSluice sluice) =>
        (await (await sluice.As("auditor")).Get("/calendar?system=payments-api")).Is(200)["bookings"].AsArray()
            .Select(booking => (string)booking!["holder"]!);

    private static async Task<IEnumerable<string>> GateReasons(RunningSluice sluice, string change) =>
        (await (await sluice.As("auditor")).Get($"/gate?change={change}")).Codes;
}
