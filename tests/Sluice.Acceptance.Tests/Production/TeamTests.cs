using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Kernel;

namespace Sluice.Acceptance.Tests.Production;

public sealed class TeamTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Nobody_adds_themselves_to_a_team(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (admin, key, second) = (await sluice.As("admin"), Given.Key("team"), Samples.Unique("admin"));
        (await admin.Post("/people", new { account = second, name = "Second admin", roles = (string[])["admin"] })).Is(201);
        var (other, path) = (await sluice.As(second), "/teams/" + key);

        (await admin.Post("/teams", Given.Team(key, "qa", "admin"))).IsRefused(403, "team.self");
        (await admin.Post("/teams", Given.Team(key, "qa"))).Is(201);
        (await admin.Patch(path, new { members = (string[])["qa", "admin"] })).IsRefused(403, "team.self");

        (await other.Patch(path, new { members = (string[])["qa", "admin"] })).Is(200);
        (await admin.Patch(path, new { name = "Renamed", members = (string[])["admin"] })).Is(200);
    }
}
