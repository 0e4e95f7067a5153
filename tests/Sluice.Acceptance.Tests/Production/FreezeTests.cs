using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.Persistence;
using Sluice.Production.Calendar;

namespace Sluice.Acceptance.Tests.Production;

public sealed class FreezeTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Freeze_covers_what_it_names_until_it_is_lifted(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var control = await sluice.As("production-control");
        var (frozen, free) = (await sluice.AddedSystem(), await sluice.AddedSystem());
        var key = Given.Key("freeze");

        var placed = (await control.Post("/freezes", Freeze(key, Given.In(60), Given.In(62), frozen))).Is(201);
        var found = await Found(sluice, Given.In(61), Given.In(70), frozen, free);
        var touching = await Found(sluice, Given.In(62), Given.In(70), frozen);
        var elsewhere = await Found(sluice, Given.In(61), Given.In(70), free);
        (await control.Post($"/freezes/{key}/lift", new { reason = "" })).IsRefused(422, "text.missing");
        var lifted = (await control.Post($"/freezes/{key}/lift", new { reason = "Postponed" })).Is(200);
        (await control.Post($"/freezes/{key}/lift", new { reason = "Again" })).IsRefused(409, "freeze.lifted");

        Assert.Equal(("upcoming", "Closing of the books"), ((string)placed["status"]!, (string)placed["reason"]!));
        Assert.Equal(["lift", "comments"], placed["allowedActions"].AsArray().Select(action => (string)action!));
        Assert.Equal(key, Assert.Single(found).Key);
        Assert.Empty(touching);
        Assert.Empty(elsewhere);
        Assert.Equal("lifted", (string)lifted["status"]!);
        Assert.Empty(await Found(sluice, Given.In(61), Given.In(70), frozen));
        Assert.Equal(
            ["freeze.lifted", "freeze.placed"],
            (await control.Get($"/freezes/{key}/history"))["items"].AsArray().Select(entry => (string)entry!["act"]!));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Freeze_that_names_no_system_covers_everything_and_is_handed_over_so(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var control = await sluice.As("production-control");
        var key = Given.Key("freeze");

        (await control.Post("/freezes", Freeze(key, Given.In(60), Given.In(62)))).Is(201);

        Assert.Equal(key, Assert.Single(await Found(sluice, Given.In(60), Given.In(61), "payments-api")).Key);
        Assert.Empty(await Found(sluice, Given.In(58), Given.In(60), "payments-api"));
        await using var scope = await sluice.ScopeOf("requester");
        var fact = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<CalendarRestricted>().AsNoTracking()
            .SingleAsync(fact => fact.Systems == null);
        Assert.Equal(("freeze.placed", null), (fact.Code, fact.Window));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Freeze_that_cannot_be_is_refused(Store store)
    {
        var control = await (await RunningSluice.On(store)).As("production-control");

        (await control.Post("/freezes", Freeze("card-campaign", Given.In(60), Given.In(62)))).IsRefused(409, "key.taken");
        (await control.Post("/freezes", Freeze(Given.Key("f"), Given.In(62), Given.In(62)))).IsRefused(422, "interval.empty");
        (await control.Post("/freezes", Freeze(Given.Key("f"), Given.In(-3), Given.In(-2)))).IsRefused(422, "interval.ended");
        (await control.Post("/freezes", Freeze(Given.Key("f"), Given.In(60), Given.In(62), "crm", "claims-web")))
            .IsRefused(422, "system.unknown");
        var empty = (await control.Post("/freezes", new { key = Given.Key("f"), systems = (string[])[] })).Is(422);
        Assert.Equal(
            ["text.missing", "interval.missing", "interval.missing", "zone.unknown", "systems.missing", "text.missing"],
            empty.Codes);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nobody_but_production_control_keeps_freezes(Store store)
    {
        var sluice = await RunningSluice.On(store);
        foreach (var account in (string[])["admin", "release-manager", "change-manager", "support"])
        {
            var caller = await sluice.As(account);
            (await caller.Post("/freezes", Freeze(Given.Key("f"), Given.In(60), Given.In(62), "crm")))
                .IsRefused(403, "freeze.not-production-control");
            (await caller.Post("/freezes/card-campaign/lift", new { reason = "Mine" }))
                .IsRefused(403, "freeze.not-production-control");
        }
        var stranger = await sluice.As("other-admin");
        (await stranger.Get("/freezes/card-campaign")).IsRefused(404, "freeze.unknown");
        (await stranger.Get("/freezes/card-campaign/proof")).IsRefused(404, "freeze.unknown");
        (await stranger.Post("/freezes/card-campaign/lift", new { reason = "Ours" })).IsRefused(404, "freeze.unknown");
    }

    private static Task<IReadOnlyList<FreezeKnown>> Found(
        RunningSluice sluice, DateTimeOffset from, DateTimeOffset until, params string[] systems) =>
        sluice.Asks((FindFreezes find) => find.Handle(from, until, systems, default));

    private static object Freeze(string key, DateTimeOffset from, DateTimeOffset until, params string[] systems) => new
    {
        key, title = "Year end", from, until, zone = "Europe/Berlin", systems = systems.Length > 0 ? systems : null,
        reason = "Closing of the books",
    };
}
