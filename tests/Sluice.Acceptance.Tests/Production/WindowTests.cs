using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.Persistence;
using Sluice.Production.Calendar;

namespace Sluice.Acceptance.Tests.Production;

public sealed class WindowTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Production_control_adds_a_window_that_keeps_its_zone_and_is_utc(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var control = await sluice.As("production-control");
        var key = Given.Key("window");

        var added = (await control.Post("/windows", new
        {
            key, title = "Night", from = "2093-03-29T01:30:00+01:00", until = "2093-03-29T03:30:00+02:00", zone = "Europe/Berlin",
            systems = (string[])["crm", "crm"], maxChanges = 3, maxRiskPoints = 10,
        })).Is(201);
        var shown = (await (await sluice.As("auditor")).Get($"/windows/{key}")).Is(200);

        Assert.Equal($"/api/v1/windows/{key}", added.Headers.Location!.ToString());
        // The clocks go forward in between: by them it lasts two hours, and in truth one.
        Assert.Equal(("2093-03-29T00:30:00+00:00", "2093-03-29T01:30:00+00:00", "Europe/Berlin"),
            ((string)shown["from"]!, (string)shown["until"]!, (string)shown["zone"]!));
        Assert.Equal(("upcoming", 3, 10, "crm", 0), (
            (string)shown["status"]!, (int)shown["maxChanges"]!, (int)shown["maxRiskPoints"]!,
            (string)shown["systems"].AsArray().Single()!, (int)shown["load"]["changes"]!));
        var entry = (await control.Get($"/windows/{key}/history")).Is(200)["items"].AsArray().Single()!;
        Assert.Equal("window.added", (string)entry["act"]!);
    }

    public static TheoryData<Store, string, string, string> Faults()
    {
        var faults = new TheoryData<Store, string, string, string>();
        foreach (var store in Enum.GetValues<Store>())
            foreach (var (field, value, code) in ((string, string, string)[])
            [
                ("from", "null", "interval.missing"), ("until", "null", "interval.missing"),
                ("until", "\"2093-01-01T20:00:00Z\"", "interval.empty"), ("until", "\"2093-01-01T19:00:00Z\"", "interval.empty"),
                ("from", "\"2093-01-02T07:00:00+09:00\"", "interval.empty"),
                ("zone", "null", "zone.unknown"), ("zone", "\"Europe/Atlantis\"", "zone.unknown"),
                ("zone", "\"\\u0000\"", "zone.unknown"), ("zone", "\"Eastern Standard Time\"", "zone.unknown"),
                ("systems", "null", "systems.missing"), ("systems", "[]", "systems.missing"),
                ("systems", "[\"crm\",\"no-system\"]", "system.unknown"), ("systems", "[\"claims-web\"]", "system.unknown"),
                ("systems", "[null]", "item.missing"), ("systems", "[\"\\u0000\"]", "system.unknown"),
                ("title", "\"\"", "text.missing"), ("title", $"\"{new string('x', 201)}\"", "text.too-long"),
                ("title", "\"\\u0000\"", "text.null-character"),
                ("key", "\"a b\"", "key.malformed"), ("key", "null", "key.malformed"),
                ("maxChanges", "0", "capacity.out-of-range"), ("maxRiskPoints", "-1", "capacity.out-of-range"),
            ])
                faults.Add(store, field, value, code);
        return faults;
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task Window_that_cannot_be_is_refused_with_the_field_that_is_wrong(
        Store store, string field, string value, string code)
    {
        var control = await (await RunningSluice.On(store)).As("production-control");
        var fields = new Dictionary<string, string>
        {
            ["key"] = $"\"{Given.Key("window")}\"", ["title"] = "\"Night\"", ["from"] = "\"2093-01-01T20:00:00Z\"",
            ["until"] = "\"2093-01-01T22:00:00Z\"", ["zone"] = "\"UTC\"", ["systems"] = "[\"crm\"]", ["maxChanges"] = "1",
            ["maxRiskPoints"] = "1",
        };
        fields[field] = value;
        var key = fields["key"].Trim('"');

        var refused = await control.Post(
            "/windows", "{" + string.Join(',', fields.Select(pair => $"\"{pair.Key}\":{pair.Value}")) + "}");

        var reason = Assert.Single(refused.IsRefused(422, code)["reasons"].AsArray())!;
        var pointer = code is "interval.empty" ? "/until" : "/" + field;
        Assert.StartsWith(pointer, (string)reason["pointer"]!, StringComparison.Ordinal);
        if (field != "key")
            (await control.Get($"/windows/{key}")).Is(404);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Window_may_have_begun_but_not_have_ended(Store store)
    {
        var control = await (await RunningSluice.On(store)).As("production-control");

        var running = (await control.Post("/windows", Window(Given.Key("window"), Given.In(-1), Given.In(1)))).Is(201);
        (await control.Post("/windows", Window(Given.Key("window"), Given.In(-2), Given.In(-1))))
            .IsRefused(422, "interval.ended");

        Assert.Equal("open", (string)running["status"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Window_key_is_given_once_and_only_by_production_control(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var key = await sluice.AddedWindow(Given.In(40), Given.In(41), ["crm"]);

        (await (await sluice.As("production-control")).Post("/windows", Window(key, Given.In(1), Given.In(2))))
            .IsRefused(409, "key.taken");
        foreach (var account in (string[])["admin", "release-manager", "change-manager", "operations", "auditor"])
        {
            var caller = await sluice.As(account);
            (await caller.Post("/windows", Window(Given.Key("window"), Given.In(1), Given.In(2))))
                .IsRefused(403, "window.not-production-control");
            (await caller.Post($"/windows/{key}/hold", new { reason = "Mine" })).IsRefused(403, "window.not-production-control");
            (await caller.Post($"/windows/{key}/release", new { reason = "Mine" }))
                .IsRefused(403, "window.not-production-control");
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Window_is_held_and_released_and_each_only_once(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var control = await sluice.As("production-control");
        var path = "/windows/" + await sluice.AddedWindow(Given.In(40), Given.In(41), ["crm"]);

        (await control.Post(path + "/release", new { reason = "Too early" })).IsRefused(409, "window.not-held");
        (await control.Post(path + "/hold", new { })).IsRefused(422, "text.missing");
        var held = (await control.Post(path + "/hold", new { reason = "Storage is failing" })).Is(200);
        (await control.Post(path + "/hold", new { reason = "Again" })).IsRefused(409, "window.held");
        var released = (await control.Post(path + "/release", new { reason = "Disk replaced" })).Is(200);

        Assert.Equal(("held", "Storage is failing"), ((string)held["status"]!, (string)held["heldBecause"]!));
        Assert.Equal(["release", "comments"], held["allowedActions"].AsArray().Select(action => (string)action!));
        Assert.Equal(("upcoming", null), ((string)released["status"]!, (string?)released.Json["heldBecause"]));
        Assert.Equal(["hold", "comments"], released["allowedActions"].AsArray().Select(action => (string)action!));
        Assert.Equal(
            ["window.released", "window.held", "window.added"],
            (await control.Get(path + "/history"))["items"].AsArray().Select(entry => (string)entry!["act"]!));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Of_many_who_hold_a_window_at_once_one_does(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var control = await sluice.As("production-control");
        var path = "/windows/" + await sluice.AddedWindow(Given.In(40), Given.In(41), ["crm"]);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => control.Post(path + "/hold", new { reason = "Now" })));

        Assert.Equal([200, 409, 409, 409, 409, 409, 409, 409], replies.Select(reply => reply.Status).Order());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Hold_is_handed_over_to_whoever_has_planned_for_the_window(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var key = await sluice.AddedWindow(Given.In(40), Given.In(41), ["crm", "statements"]);

        (await (await sluice.As("production-control")).Post($"/windows/{key}/hold", new { reason = "Now" })).Is(200);

        await using var scope = await sluice.ScopeOf("requester");
        var fact = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<CalendarRestricted>().AsNoTracking()
            .SingleAsync(fact => fact.Window == key);
        Assert.Equal("window.held", fact.Code);
        Assert.Equal(["crm", "statements"], fact.Systems!);
        Assert.Equal(TimeSpan.FromDays(1), fact.Until - fact.From);
        Assert.Equal("Now", (await sluice.Asks((FindWindow find) => find.Handle(key, default)))!.HeldBecause);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Window_that_has_ended_is_neither_held_nor_released(Store store)
    {
        var clock = new SetClock();
        await using var sluice = await RunningSluice.New(store, clock);
        var control = await sluice.As("production-control");
        var (one, other) = ("/windows/" + await sluice.AddedWindow(Given.In(1), Given.In(2), ["crm"]),
            "/windows/" + await sluice.AddedWindow(Given.In(1), Given.In(2), ["crm"]));
        (await control.Post(other + "/hold", new { reason = "Now" })).Is(200);

        clock.Advance(TimeSpan.FromDays(2));

        (await control.Post(one + "/hold", new { reason = "Late" })).IsRefused(409, "window.ended");
        (await control.Post(other + "/release", new { reason = "Late" })).IsRefused(409, "window.ended");
        Assert.Equal("ended", (string)(await control.Get(one))["status"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Another_organisations_window_is_unknown(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var key = await sluice.AddedWindow(Given.In(40), Given.In(41), ["crm"]);
        var stranger = await sluice.As("other-admin");

        (await stranger.Get($"/windows/{key}")).IsRefused(404, "window.unknown");
        (await stranger.Get($"/windows/{key}/history")).IsRefused(404, "window.unknown");
        (await stranger.Post($"/windows/{key}/hold", new { reason = "Ours" })).IsRefused(404, "window.unknown");
        (await stranger.Post($"/windows/{key}/release", new { reason = "Ours" })).IsRefused(404, "window.unknown");
        Assert.Empty((await stranger.Get("/windows")).Is(200)["items"].AsArray());
        Assert.Null(await sluice.Asks((FindWindow find) => find.Handle(key, default), "other-admin"));
    }

    private static object Window(string key, DateTimeOffset from, DateTimeOffset until) =>
        new { key, title = "A window", from, until, zone = "Europe/Berlin", systems = (string[])["crm"] };
}
