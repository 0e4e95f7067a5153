using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests;

public sealed class HostTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Started_host_says_that_it_is_live_and_that_its_database_is_ready(Store store)
    {
        var sluice = await RunningSluice.On(store);

        foreach (var path in (string[])["/healthz", "/readyz"])
            Assert.Equal(200, (int)(await sluice.Http.GetAsync(path)).StatusCode);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Demo_person_learns_who_they_are(Store store)
    {
        var sluice = await RunningSluice.On(store);

        var me = (await (await sluice.As("requester")).Get("/me")).Is(200);

        Assert.Equal(("requester", "demo"), ((string)me["account"]!, (string)me["organisation"]!));
    }
}
