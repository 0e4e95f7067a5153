using Sluice.Kernel.People;

namespace Sluice.Kernel.Tenancy;

/// <summary>A tenant, as people name it. Belongs to no tenant itself, so row security does not guard it: it holds no secret.</summary>
internal sealed class Organisation(TenantId id, string key, string name)
{
    public TenantId Id { get; private set; } = id;
    public string Key { get; private set; } = key;
    public string Name { get; private set; } = name;
}

/// <summary>
/// Which organisation a sign-in name belongs to: the one thing that has to be known before there is a tenant to ask.
/// Everything else about a person, the password above all, stands behind the tenant's guards.
/// </summary>
internal sealed class SignInName(string name, TenantId organisationId, Account account)
{
    public string Name { get; private set; } = name;
    public TenantId OrganisationId { get; private set; } = organisationId;
    public Account Account { get; private set; } = account;
}
