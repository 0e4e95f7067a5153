using Sluice.Kernel.People;

namespace Sluice.Production;

public static class ProductionRoles
{
    /// <summary>Keeps windows and freezes.</summary>
    public static Role ProductionControl { get; } = new("production-control");

    internal static IReadOnlyList<Role> Own { get; } = [ProductionControl];
}
