using System.Globalization;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Production.Systems;

namespace Sluice.Acceptance.Tests.Production;

/// <summary>What the demo promises to whoever tries it.</summary>
public sealed class DemoTests
{
    private static readonly string[] Core = ["payments-api", "ledger-db", "core-batch"];

    [Theory, ClassData(typeof(BothStores))]
    public async Task App_owner_is_among_the_owners_of_all_three_core_systems(Store store)
    {
        var owners = await (await RunningSluice.On(store)).Asks((ListOwners list) => list.Handle(Core, default));

        Assert.All(Core, system => Assert.True(owners.Include(new("app-owner"), system)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Five_people_can_sit_in_the_owner_seats_of_five_systems(Store store)
    {
        (string System, string Owner)[] seats =
        [
            ("payments-api", "app-owner"), ("workload-scheduler", "operations"), ("crm", "support"),
            ("web-bank", "implementer-2"), ("statements", "qa"),
        ];
        var sluice = await RunningSluice.On(store);
        var owners = await sluice.Asks((ListOwners list) => list.Handle([.. seats.Select(seat => seat.System)], default));
        var reader = await sluice.As("requester");

        Assert.All(seats, seat => Assert.True(owners.Include(new(seat.Owner), seat.System), seat.System));
        var teams = new HashSet<string>();
        foreach (var (system, _) in seats)
            teams.Add((string)(await reader.Get($"/systems/{system}")).Is(200)["ownerTeam"]!);
        Assert.Equal(seats.Length, teams.Count);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nothing_stands_in_the_way_of_the_core_systems_for_a_week(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var until = Given.In(7).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

        var calendar = (await (await sluice.As("requester"))
            .Get($"/calendar?until={until}&{string.Join('&', Core.Select(system => "system=" + system))}")).Is(200);
        var whole = (await (await sluice.As("requester")).Get("/calendar")).Is(200);

        Assert.All((string[])["freezes", "bookings", "conflicts"], part => Assert.Empty(calendar[part].AsArray()));
        Assert.NotEmpty(calendar["windows"].AsArray());
        Assert.All(
            calendar["windows"].AsArray(),
            window => Assert.Equal((null, null), ((int?)window!["maxChanges"], (int?)window["maxRiskPoints"])));
        Assert.NotEmpty(whole["freezes"].AsArray());
        Assert.Contains(whole["windows"].AsArray(), window => window!["maxChanges"] is not null);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Other_organisation_has_a_system_of_its_own(Store store)
    {
        var theirs = await (await RunningSluice.On(store)).As("other-requester");

        Assert.Equal("claims", (string)(await theirs.Get("/systems/claims-web")).Is(200)["ownerTeam"]!);
        var claims = (await theirs.Get("/teams/claims")).Is(200);
        Assert.Contains("other-requester", claims["members"].AsArray().Select(member => (string)member!));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Restart_adds_nothing_and_leaves_what_people_have_changed(Store store)
    {
        var first = await RunningSluice.New(store);
        var admin = await first.As("admin");
        var crm = (await admin.Get("/systems/crm")).Is(200);
        (await admin.Patch("/systems/crm", new { name = "Ours now" }, crm.ETag)).Is(200);
        var before = await Everything(admin);
        await first.Stop();

        await using var second = await RunningSluice.Start(first.Database);

        Assert.Equal(before, await Everything(await second.As("admin")));
        Assert.Equal("Ours now", (string)(await (await second.As("admin")).Get("/systems/crm"))["name"]!);
    }

    private static async Task<List<string>> Everything(Caller caller)
    {
        var bodies = new List<string>();
        foreach (var kind in (string[])["teams", "systems", "customers", "windows", "freezes"])
            bodies.Add((await caller.Get($"/{kind}?limit=200")).Is(200).Body);
        return bodies;
    }
}
