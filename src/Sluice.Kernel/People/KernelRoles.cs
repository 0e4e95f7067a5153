namespace Sluice.Kernel.People;

public static class KernelRoles
{
    /// <summary>Keeps people, teams, systems and customers.</summary>
    public static Role Admin { get; } = new("admin");

    /// <summary>Reads everything, writes nothing.</summary>
    public static Role Auditor { get; } = new("auditor");

    /// <summary>Follows what concerns them, and comments.</summary>
    public static Role Stakeholder { get; } = new("stakeholder");

    public static IReadOnlyList<Role> All { get; } = [Admin, Auditor, Stakeholder];
}

/// <summary>Each module names its roles; what none of them names cannot be granted.</summary>
public sealed record RolesOf(IReadOnlyList<Role> Roles);
