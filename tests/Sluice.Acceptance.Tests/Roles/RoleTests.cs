using Sluice.Acceptance.Tests.Api;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Roles;

/// <summary>Who may call what, endpoint by endpoint, from the one table of <see cref="Endpoints"/>.</summary>
public sealed class RoleTests
{
    private const string Purpose = "roles";

    public static MatrixTheoryData<Store, string> Guarded { get; } = new(
        [Store.Sqlite, Store.Postgres], Endpoints.All.Where(endpoint => !endpoint.IsAnonymous).Select(endpoint => endpoint.Route));

    [Theory, ClassData(typeof(BothStores))]
    public async Task Table_names_every_endpoint_and_no_other(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);

        var mapped = MappedRoutes.Of(sluice);

        Assert.NotEmpty(mapped);
        Assert.Equal(mapped, Endpoints.All.Select(endpoint => endpoint.Route).Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Demo_has_an_account_of_every_role_the_table_speaks_of(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);

        foreach (var role in Api.Roles.Everyone)
            Assert.Equal([role], (await (await sluice.As(Api.Roles.AccountOf(role))).Get("/me")).Texts("roles"));
    }

    [Theory, MemberData(nameof(Guarded))]
    public async Task Roles_that_may_are_not_refused_for_who_they_are_and_all_others_are(Store store, string route)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        var endpoint = Endpoints.At(route);

        var wrong = new List<string>();
        foreach (var role in Api.Roles.Everyone)
        {
            var reply = await endpoint.Call(sluice, Api.Roles.AccountOf(role));
            var isRefused = reply.Status == 403 && reply.Codes.Count > 0;
            if (reply.Status is 401 && reply.Text("code") == "sign-in.required" || isRefused == endpoint.May.Contains(role)
                || reply.Status is 400 or 422 or 428 or 412 or >= 500)
                wrong.Add($"{role}: {reply.Status} {reply.Body}");
        }

        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Guarded))]
    public async Task Nobody_gets_in_without_a_token(Store store, string route)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        var endpoint = Endpoints.At(route);
        var address = await endpoint.Address(sluice);

        foreach (var token in (string?[])[null, "", "slu_nonsense"])
        {
            var reply = await endpoint.Send(
                sluice, new Caller(sluice.Http, token), address, endpoint.Body?.Invoke(sluice).ToJsonString());

            Assert.Equal((401, "sign-in.required"), (reply.Status, reply.Text("code")));
        }
    }

    public static MatrixTheoryData<Store, string> Addressed { get; } = new(
        [Store.Sqlite, Store.Postgres],
        Endpoints.All.Where(endpoint => endpoint.Route.Contains('{', StringComparison.Ordinal)).Select(endpoint => endpoint.Route));

    [Theory, MemberData(nameof(Addressed))]
    public async Task Nothing_of_one_organisation_is_there_for_another(Store store, string route)
    {
        var sluice = await RunningSluice.On(store, Purpose);

        (await Endpoints.At(route).Call(sluice, "other-admin")).Is(404);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Creators_edit_submit_and_cancel_what_is_their_own(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        foreach (var role in Api.Roles.Creators)
        {
            var creator = await sluice.As(Api.Roles.AccountOf(role));
            var path = $"/changes/{(await creator.Post("/changes", Endpoints.At("POST /changes").Body!(sluice))).Is(201).Ref}";

            (await creator.Patch(path, new { title = "Better said" })).Is(200);
            (await creator.Post(path + "/submit")).Is(200);
            (await creator.Post(path + "/cancel", new { reason = "Not needed" })).Is(200);
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nobody_grants_themselves_a_role(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        var admin = await sluice.As("admin");
        var me = (await admin.Get("/people?limit=200"))["items"].AsArray().Single(person => (string)person!["account"]! == "admin")!;

        (await admin.Put("/people/admin/roles", new { roles = (string[])["admin", "change-manager"] }, $"\"{me["version"]}\""))
            .IsRefused(403, "roles.own");
        Assert.Equal(["admin"], (await admin.Get("/me")).Texts("roles"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Role_that_is_taken_away_is_gone_at_once(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        var admin = await sluice.As("admin");
        var added = (await admin.Post("/people", new { account = "passing-by", name = "P", roles = (string[])["requester"] })).Is(201);
        var passingBy = await sluice.As("passing-by");
        (await passingBy.Post("/changes", Endpoints.At("POST /changes").Body!(sluice))).Is(201);

        // Its token has been an act on the person, so the version has moved on.
        var version = added["person"]["version"]!.GetValue<long>() + 1;
        (await admin.Put("/people/passing-by/roles", new { roles = (string[])["stakeholder"] }, $"\"{version}\"")).Is(200);

        (await passingBy.Post("/changes", Endpoints.At("POST /changes").Body!(sluice))).IsRefused(403, "change.not-creator");
    }
}
