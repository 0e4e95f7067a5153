using Sluice.Kernel.People;
using Sluice.Production;

namespace Sluice.Releases;

/// <summary>The roles this side of the house asks about.</summary>
internal static class ReleaseRoles
{
    public static Role ReleaseManager { get; } = new("release-manager");
    public static Role Implementer { get; } = new("implementer");
    public static Role Qa { get; } = new("qa");
    public static Role Operations { get; } = new("operations");
    public static Role Support { get; } = new("support");
    public static Role AppOwner { get; } = new("app-owner");

    /// <summary>Do the steps of their team; an owner does a step whatever their role.</summary>
    public static IReadOnlyList<Role> Doers { get; } =
        [Implementer, Qa, Operations, Support, ProductionRoles.ProductionControl, ReleaseManager];

    public static IReadOnlyList<Role> Validators { get; } = [Qa, Operations, AppOwner];

    public static IReadOnlyList<Role> Own { get; } = [ReleaseManager, Implementer, Qa, Operations, Support];
}
