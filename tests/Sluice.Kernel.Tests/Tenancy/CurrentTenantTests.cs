using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Tests.Tenancy;

public sealed class CurrentTenantTests
{
    private static readonly TenantId One = new(Guid.Parse("0195a0c4-0000-7000-8000-000000000001"));
    private static readonly TenantId Other = new(Guid.Parse("0195a0c4-0000-7000-8000-000000000002"));

    [Fact]
    public void No_tenant_never_means_every_tenant() => Assert.Throws<InvalidOperationException>(() => new CurrentTenant().Id);

    [Fact]
    public void Scope_works_for_one_tenant_from_start_to_end()
    {
        var current = new CurrentTenant();
        current.Enter(One);
        current.Enter(One);

        Assert.Throws<InvalidOperationException>(() => current.Enter(Other));
        Assert.Equal(One, current.Id);
    }
}
