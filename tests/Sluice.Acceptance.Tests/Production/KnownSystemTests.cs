using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.People;
using Sluice.Production.Systems;

namespace Sluice.Acceptance.Tests.Production;

/// <summary>What the other modules ask about teams, systems and customers.</summary>
public sealed class KnownSystemTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Owners_are_the_members_of_the_owner_team_as_it_is_now(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var admin = await sluice.As("admin");
        var key = Given.Key("owned");
        var team = (await admin.Post("/teams", Given.Team(key, "qa"))).Is(201);
        (await admin.Post("/systems", Given.System(key, key))).Is(201);

        var before = await sluice.Asks((ListOwners owners) => owners.Handle([key, "no-system", "\0"], default));
        (await admin.Patch($"/teams/{key}", new { members = (string[])["support"] }, team.ETag)).Is(200);
        var after = await sluice.Asks((ListOwners owners) => owners.Handle([key], default));

        Assert.Equal((true, false, false), (before.Know(key), before.Know("no-system"), before.Know(null)));
        Assert.Equal((true, false), (before.Include(new("qa"), key), before.Include(new("support"), key)));
        Assert.Equal((false, true), (after.Include(new("qa"), key), after.Include(new("support"), key)));
        Assert.False(before.Include(new("qa"), "no-system"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Only_what_exists_in_the_organisation_is_found(Store store)
    {
        var sluice = await RunningSluice.On(store);

        var teams = await sluice.Asks((FindTeams find) => find.Handle(["payments", "claims", "no-team", "\0"], default));
        var customers = await sluice.Asks((KnownCustomers known) => known.Handle(["retail", "no-customer", "\0"], default));
        var systems = await sluice.Asks((KnownSystems known) => known.Handle(["crm", "claims-web", "\0"], default));
        var theirs = await sluice.Asks((KnownSystems known) => known.Handle(["crm", "claims-web"], default), "other-admin");

        Assert.Equal([new Account("app-owner"), new Account("operations")], Assert.Single(teams).Value.Members);
        Assert.Equal(["retail"], customers);
        Assert.Equal(["crm"], systems);
        Assert.Equal(["claims-web"], theirs);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Authors_implement_only_where_an_admin_has_said_so(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var admin = await sluice.As("admin");
        var (strict, lenient) = (await sluice.AddedSystem(), await sluice.AddedSystem());
        (await admin.Patch($"/systems/{lenient}", new { authorsImplement = true }, "\"1\"")).Is(200);

        var allowed = await sluice.Asks((AuthorsMayImplement may) => may.Handle([strict, lenient, "no-system"], default));

        Assert.Equal([lenient], allowed);
    }
}
