namespace Sluice.Kernel.Tenancy;

public readonly record struct TenantId(Guid Value) : ITypedId<TenantId>
{
    public static TenantId From(Guid value) => new(value);
}

/// <summary>A row that belongs to one tenant: filtered on read, stamped and checked on write.</summary>
public interface ITenantOwned
{
    TenantId TenantId { get; }
}

/// <summary>The one tenant a scope works for. Asking before it is known throws: no tenant never means every tenant.</summary>
public sealed class CurrentTenant
{
    public TenantId Id => Entered ?? throw new InvalidOperationException("No tenant has been entered in this scope.");

    internal TenantId? Entered { get; private set; }

    public void Enter(TenantId tenant)
    {
        if (Entered is { } already && already != tenant)
            throw new InvalidOperationException("A scope works for one tenant, from start to end.");
        Entered = tenant;
    }
}
