using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Kernel;

public sealed class RoleTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Nobody_grants_themselves_a_role(Store store)
    {
        var admin = await (await RunningSluice.On(store)).As("admin");
        var self = await Person(admin, "admin");

        (await admin.Put("/people/admin/roles", new { roles = (string[])["admin", "change-manager"] }, self.ETag()))
            .IsRefused(403, "roles.own");
        Assert.Contains("roles.own", self.Refused("roles"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Only_an_admin_grants_roles_and_adds_people(Store store)
    {
        var sluice = await RunningSluice.On(store);
        foreach (var account in (string[])["requester", "change-manager", "auditor"])
        {
            var caller = await sluice.As(account);
            (await caller.Put("/people/qa/roles", new { roles = (string[])["admin"] }, null)).IsRefused(403, "person.not-admin");
            (await caller.Post("/people", new { account = "x", name = "X", roles = (string[])[] })).IsRefused(403, "person.not-admin");
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Granted_role_counts_at_once_and_so_does_one_taken_away(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (admin, account) = (await sluice.As("admin"), Samples.Unique("p"));
        (await admin.Post("/people", new { account, name = "New", roles = (string[])[] })).Is(201);
        var person = await sluice.As(account);
        (await person.Post("/changes", Samples.Change("Before"))).IsRefused(403, "change.not-creator");

        var granted = (await admin.Put(
            $"/people/{account}/roles", new { roles = (string[])["requester"] }, (await Person(admin, account)).ETag())).Is(200);
        var change = (await person.Post("/changes", Samples.Change("With it"))).Is(201);
        (await admin.Put($"/people/{account}/roles", new { roles = (string[])[] }, granted.ETag)).Is(200);
        (await person.Post("/changes", Samples.Change("After"))).IsRefused(403, "change.not-creator");
        var path = $"/changes/{change.Ref}";
        (await person.Patch(path, new { title = "Mine still" }, change.ETag)).IsRefused(403, "change.not-creator");
        (await person.Post(path + "/submit")).IsRefused(403, "change.not-creator");
        (await person.Post(path + "/cancel", new { reason = "Mine still" })).IsRefused(403, "change.not-creator");
        (await (await sluice.As("change-manager")).Post(path + "/cancel", new { reason = "Nobody's now" })).Is(200);

        var history = (await (await sluice.As("auditor")).Get($"/people/{account}/history")).Is(200)["items"].AsArray();
        Assert.Equal(
            [
                ("person.roles-granted", "admin"), ("person.roles-granted", "admin"), ("person.token-issued", account),
                ("person.added", "admin"),
            ],
            history.Select(entry => ((string)entry!["act"]!, (string)entry["actor"]!)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Every_role_can_be_granted_and_no_other(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (admin, account) = (await sluice.As("admin"), Samples.Unique("p"));
        var roles = (string[])
        [
            "admin", "auditor", "stakeholder", "requester", "app-owner", "risk-reviewer", "change-manager", "cab-member",
        ];
        (await admin.Post("/people", new { account, name = "New", roles })).Is(201);

        Assert.Equal(roles.Order(StringComparer.Ordinal), (await Person(admin, account)).Roles().Order(StringComparer.Ordinal));
        var refused = (await admin.Put($"/people/{account}/roles", new { roles = (string?[])["admin", "king", null] }, null))
            .IsRefused(422, "role.unknown");
        Assert.Contains("\"/roles/1\"", refused.Body, StringComparison.Ordinal);
        Assert.Contains("\"/roles/2\"", refused.Body, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Granting_needs_the_version_that_was_seen(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (admin, account) = (await sluice.As("admin"), Samples.Unique("p"));
        (await admin.Post("/people", new { account, name = "New", roles = (string[])[] })).Is(201);
        var seen = (await Person(admin, account)).ETag();
        Task<Reply> Grant(string role, string? version) => admin.Put($"/people/{account}/roles", new { roles = (string[])[role] }, version);

        (await Grant("auditor", null)).IsRefused(428, "version.missing");
        (await Grant("auditor", "*")).IsRefused(428, "version.missing");
        (await Grant("auditor", $"W/{seen}")).IsRefused(412, "version.stale");
        (await Grant("auditor", "nonsense")).IsRefused(428, "version.missing");
        (await Grant("auditor", seen)).Is(200);
        (await Grant("stakeholder", seen)).IsRefused(412, "version.stale");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Name_is_taken_once_in_all_organisations_and_people_stay_apart(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (admin, other) = (await sluice.As("admin"), await sluice.As("other-admin"));

        (await other.Post("/people", new { account = "requester", name = "Twin", roles = (string[])[] })).IsRefused(409, "account.taken");
        (await admin.Post("/people", new { account = "sluice", name = "Nobody", roles = (string[])[] })).IsRefused(409, "account.taken");
        (await other.Put("/people/requester/roles", new { roles = (string[])["admin"] }, "\"1\"")).IsRefused(404, "person.unknown");
        (await other.Put("/people/no-such-person/roles", new { roles = (string[])["admin"] }, "\"1\"")).IsRefused(404, "person.unknown");
    }

    private static async Task<Shown> Person(Caller admin, string account)
    {
        for (var path = "/people?limit=200"; path is not null;)
        {
            var page = (await admin.Get(path)).Is(200);
            if (page["items"].AsArray().SingleOrDefault(person => (string)person!["account"]! == account) is { } found)
                return new(found);
            path = (string?)page.Json["nextLink"];
        }
        throw new InvalidOperationException($"No {account}.");
    }

    private sealed record Shown(System.Text.Json.Nodes.JsonNode Json)
    {
        public string ETag() => $"\"{Json["version"]}\"";

        public IEnumerable<string> Roles() => Json["roles"]!.AsArray().Select(role => (string)role!);

        public IEnumerable<string> Refused(string action) => Json["refusedActions"]!.AsArray()
            .Where(refused => (string)refused!["action"]! == action)
            .SelectMany(refused => refused!["reasons"]!.AsArray()).Select(reason => (string)reason!["code"]!);
    }
}
