using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Production;

public sealed class MasterRecordTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Admin_adds_a_team_a_system_and_a_customer_and_each_has_a_history_of_its_own(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var admin = await sluice.As("admin");
        var key = Given.Key("all");

        var team = (await admin.Post("/teams", Given.Team(key, "app-owner", "qa"))).Is(201);
        var system = (await admin.Post("/systems", Given.System(key, key, "ledger-db"))).Is(201);
        var customer = (await admin.Post("/customers", new { key, name = "A customer", systems = (string[])[key] })).Is(201);

        Assert.Equal(["app-owner", "qa"], team["members"].AsArray().Select(member => (string)member!));
        Assert.Equal(("high", "production", "active", 1), (
            (string)system["criticality"]!, (string)system["environment"]!, (string)system["status"]!, (int)system["version"]!));
        Assert.Equal([key], customer["systems"].AsArray().Select(name => (string)name!));
        foreach (var kind in (string[])["team", "system", "customer"])
        {
            var reader = await sluice.As("stakeholder");
            var shown = (await reader.Get($"/{kind}s/{key}")).Is(200);
            Assert.Equal((key, "\"1\""), ((string)shown["ref"]!, shown.ETag));
            var entry = Assert.Single((await reader.Get($"/{kind}s/{key}/history")).Is(200)["items"].AsArray())!;
            Assert.Equal(($"{kind}.added", "admin"), ((string)entry["act"]!, (string)entry["actor"]!));
            (await reader.Get($"/{kind}s/{key}/proof")).Is(200);
            (await reader.Post($"/{kind}s/{key}/comments", new { text = "Seen." })).Is(201);
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nobody_but_an_admin_keeps_teams_systems_and_customers(Store store)
    {
        var sluice = await RunningSluice.On(store);
        foreach (var account in (string[])["app-owner", "change-manager", "release-manager", "production-control", "auditor"])
        {
            var caller = await sluice.As(account);
            var team = (await caller.Get("/teams/payments")).Is(200);

            (await caller.Post("/teams", Given.Team(Given.Key("no")))).IsRefused(403, "team.not-admin");
            (await caller.Post("/systems", Given.System(Given.Key("no"), "payments"))).IsRefused(403, "system.not-admin");
            (await caller.Post("/customers", new { key = Given.Key("no"), name = "No" })).IsRefused(403, "customer.not-admin");
            (await caller.Patch("/teams/payments", new { members = (string[])[account] }, team.ETag))
                .IsRefused(403, "team.not-admin");
            (await caller.Patch("/systems/crm", new { name = "Mine" }, (await caller.Get("/systems/crm")).ETag))
                .IsRefused(403, "system.not-admin");
            (await caller.Patch("/customers/retail", new { name = "Mine" }, (await caller.Get("/customers/retail")).ETag))
                .IsRefused(403, "customer.not-admin");
            Assert.Contains("edit", team["refusedActions"].AsArray().Select(action => (string)action!["action"]!));
        }
        var admins = await (await sluice.As("admin")).Get("/teams/payments");
        Assert.Contains("edit", admins["allowedActions"].AsArray().Select(action => (string)action!));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Everything_that_is_wrong_with_a_system_is_said_at_once_and_where(Store store)
    {
        var admin = await (await RunningSluice.On(store)).As("admin");

        var missing = (await admin.Post("/systems")).Is(422);
        var unknown = (await admin.Post("/systems", new
        {
            key = "-no key", name = new string('x', 10_000), ownerTeam = "no-team", criticality = "low",
            environment = "production", dependsOn = (string?[])["ledger-db", "no-system", null, "\0"],
        })).Is(422);

        Assert.Equal(
            [
                "key.malformed /key", "text.missing /name", "team.unknown /ownerTeam", "criticality.missing /criticality",
                "text.missing /environment",
            ],
            Faults(missing));
        Assert.Equal(
            [
                "key.malformed /key", "text.too-long /name", "team.unknown /ownerTeam", "system.unknown /dependsOn/1",
                "item.missing /dependsOn/2", "system.unknown /dependsOn/3",
            ],
            Faults(unknown));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Text_that_a_database_cannot_hold_is_refused_wherever_it_stands(Store store)
    {
        var admin = await (await RunningSluice.On(store)).As("admin");
        foreach (var text in (string[])[@"\u0000", @"\ud800"])
        {
            var team = await admin.Post("/teams", $$"""{"key":"{{text}}","name":"{{text}}","members":["{{text}}"]}""");
            var customer = await admin.Post("/customers", $$"""{"key":"{{text}}","name":"{{text}}","systems":["{{text}}"]}""");
            var system = await admin.Post("/systems", $$"""
                {"key":"{{text}}","name":"{{text}}","ownerTeam":"{{text}}","criticality":"low","environment":"{{text}}",
                "dependsOn":["x{{text}}"]}
                """);

            Assert.Equal(["key.malformed /key", Half("/name"), "person.unknown /members/0"], Faults(team.Is(422)));
            Assert.Equal(["key.malformed /key", Half("/name"), "system.unknown /systems/0"], Faults(customer.Is(422)));
            Assert.Equal(
                [
                    "key.malformed /key", Half("/name"), "team.unknown /ownerTeam", Half("/environment"),
                    "system.unknown /dependsOn/0",
                ],
                Faults(system.Is(422)));

            string Half(string pointer) => (text == @"\u0000" ? "text.null-character " : "text.half-character ") + pointer;
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Key_is_given_once(Store store)
    {
        var admin = await (await RunningSluice.On(store)).As("admin");

        (await admin.Post("/teams", Given.Team("payments"))).IsRefused(409, "key.taken");
        (await admin.Post("/systems", Given.System("payments-api", "payments"))).IsRefused(409, "key.taken");
        (await admin.Post("/customers", new { key = "retail", name = "Retail" })).IsRefused(409, "key.taken");
        var crm = (await admin.Get("/systems/crm")).Is(200);
        (await admin.Patch("/systems/crm", new { key = "crm-2" }, crm.ETag)).IsRefused(422, "key.fixed");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Member_has_to_be_somebody_of_the_same_organisation(Store store)
    {
        var admin = await (await RunningSluice.On(store)).As("admin");

        var refused = await admin.Post("/teams", Given.Team(Given.Key("team"), "qa", "other-admin", "nobody"));

        Assert.Equal(["person.unknown /members/1", "person.unknown /members/2"], Faults(refused.Is(422)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Edit_changes_what_it_names_for_a_writer_who_has_read_the_rest(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var admin = await sluice.As("admin");
        var key = await sluice.AddedSystem("ledger-db");
        var path = "/systems/" + key;
        var read = (await admin.Get(path)).Is(200);

        (await admin.Patch(path, new { name = "New" }, null)).IsRefused(428, "version.missing");
        var edited = (await admin.Patch(path, new { name = "New", authorsImplement = true }, read.ETag)).Is(200);
        (await admin.Patch(path, new { name = "Newer" }, read.ETag)).IsRefused(412, "version.stale");
        var again = (await admin.Patch(path, new { name = "New" }, edited.ETag)).Is(200);

        Assert.Equal(("New", true, "high", "ledger-db"), (
            (string)edited["name"]!, (bool)edited["authorsImplement"]!, (string)edited["criticality"]!,
            (string)edited["dependsOn"].AsArray().Single()!));
        Assert.Equal("\"2\"", again.ETag); // what says the same is no act
        Assert.Equal("system.edited", (string)(await admin.Get(path + "/history"))["items"].AsArray()[0]!["act"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task System_cannot_come_to_depend_on_itself_and_the_refusal_names_the_way_round(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var admin = await sluice.As("admin");
        var bottom = await sluice.AddedSystem();
        var middle = await sluice.AddedSystem(bottom);
        var top = await sluice.AddedSystem(middle);
        var own = Given.Key("own");

        var circle = await admin.Patch($"/systems/{bottom}", new { dependsOn = (string[])[top] }, "\"1\"");

        circle.IsRefused(422, "system.dependency-cycle");
        Assert.Contains($"{bottom} → {top} → {middle} → {bottom}", (string)circle["detail"]!, StringComparison.Ordinal);
        (await admin.Post("/systems", Given.System(own, "payments", own))).IsRefused(422, "system.dependency-cycle");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Two_edits_at_once_never_close_a_circle_together(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var admin = await sluice.As("admin");
        for (var round = 0; round < 10; round++)
        {
            var (one, other) = (await sluice.AddedSystem(), await sluice.AddedSystem());

            var replies = await Task.WhenAll(
                admin.Patch($"/systems/{one}", new { dependsOn = (string[])[other] }, "\"1\""),
                admin.Patch($"/systems/{other}", new { dependsOn = (string[])[one] }, "\"1\""));

            Assert.Equal([200, 422], replies.Select(reply => reply.Status).Order());
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Another_organisations_record_is_as_unknown_as_one_that_never_was(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (stranger, admin) = (await sluice.As("other-admin"), await sluice.As("admin"));
        foreach (var kind in (string[])["systems/crm", "teams/payments", "customers/retail"])
            foreach (var part in (string[])["", "/history", "/comments", "/proof"])
            {
                var theirs = (await stranger.Get($"/{kind}{part}")).Is(404);
                var nobodys = (await stranger.Get($"/{kind.Split('/')[0]}/nobodys{part}")).Is(404);
                Assert.Equal(Said(nobodys), Said(theirs));
            }
        (await stranger.Patch("/systems/crm", new { name = "Ours" }, "\"1\"")).IsRefused(404, "system.unknown");
        (await stranger.Post("/systems", Given.System(Given.Key("s"), "payments", "crm"))).IsRefused(422, "team.unknown")
            .IsRefused(422, "system.unknown");
        (await admin.Post("/systems", Given.System(Given.Key("s"), "payments", "claims-web"))).IsRefused(422, "system.unknown");
        Assert.DoesNotContain("crm", (await stranger.Get("/systems?limit=200")).Is(200).Body, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Two_organisations_may_use_the_same_key(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var key = Given.Key("same");

        (await (await sluice.As("admin")).Post("/teams", Given.Team(key, "qa"))).Is(201);
        (await (await sluice.As("other-admin")).Post("/teams", Given.Team(key, "other-requester"))).Is(201);

        Assert.Equal("qa", (string)(await (await sluice.As("qa")).Get($"/teams/{key}"))["members"].AsArray().Single()!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task List_goes_on_by_key_to_its_end(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reader = await sluice.As("requester");
        var keys = new List<string>();
        var pages = 0;
        for (var link = "/systems?limit=4"; link is not null; pages++)
        {
            var page = (await reader.Get(link)).Is(200);
            keys.AddRange(page["items"].AsArray().Select(item => (string)item!["key"]!));
            link = (string?)page.Json["nextLink"];
            if (pages == 0)
                (await reader.Get(link!.Replace("/systems", "/teams", StringComparison.Ordinal)))
                    .IsRefused(422, "after.unreadable");
        }

        Assert.True(pages > 2);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Superset(new HashSet<string> { "payments-api", "ledger-db", "core-batch" }, keys.ToHashSet());
        (await reader.Get("/systems?limit=0")).IsRefused(422, "limit.out-of-range");
        (await reader.Get("/systems?after=nonsense")).IsRefused(422, "after.unreadable");
    }

    private static IEnumerable<string> Faults(Reply reply) =>
        reply["reasons"].AsArray().Select(reason => $"{reason!["code"]} {reason["pointer"]}");

    private static (int, string?, string?) Said(Reply reply) =>
        (reply.Status, (string?)reply.Json["code"], (string?)reply.Json["detail"]);
}
