using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class GateLogTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Answer_that_cannot_be_logged_is_deny(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var change = (await sluice.Approved()).Ref;
        var operations = await sluice.As("operations");
        var before = (await operations.Get($"/gate?change={change}")).Is(200);
        Assert.DoesNotContain("gate.log-failed", before.Codes);

        await sluice.Database.Run("alter table gate_log rename to gone");
        var after = (await operations.Get($"/gate?change={change}")).Is(200);

        Assert.Equal("deny", after.Text("verdict"));
        Assert.Contains("gate.log-failed", after.Codes);
        Assert.Null(after.Json["authorization"]);
    }
}
