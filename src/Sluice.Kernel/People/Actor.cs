using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.People;

/// <summary>What a person may be asked to do. The kernel carries roles; each module says which ones it knows.</summary>
public readonly record struct Role(string Name)
{
    public override string ToString() => Name;
}

/// <summary>Who is acting, for which tenant, in which roles: as the database says now, never as a request claims.</summary>
public sealed record Actor(TenantId Tenant, Account Account, IReadOnlyList<Role> Roles)
{
    public bool Is(Role role) => Roles.Contains(role);

    public bool IsAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
            if (Is(role))
                return true;
        return false;
    }

    public static Actor Clockwork(TenantId tenant) => new(tenant, Account.Clockwork, []);
}
