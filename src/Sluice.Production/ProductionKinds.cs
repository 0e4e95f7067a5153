using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.History;
using Sluice.Kernel.People;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;

namespace Sluice.Production;

/// <summary>How the kernel's history, comments and redaction find what this module keeps.</summary>
public static class ProductionKinds
{
    private static readonly IReadOnlyList<Role> Redactors = [KernelRoles.Admin, ProductionRoles.ProductionControl];

    public static RecordKind Teams { get; } = new(
        ShowTeam.Path, "team/", ShowTeam.Unknown,
        async (db, key, ct) => await db.Teams.SingleOrDefaultAsync(team => team.Key == key, ct), Redactors);

    public static RecordKind Systems { get; } = new(
        ShowSystem.Path, "system/", ShowSystem.Unknown,
        async (db, key, ct) => await db.Systems.SingleOrDefaultAsync(system => system.Key == key, ct), Redactors);

    public static RecordKind Customers { get; } = new(
        ShowCustomer.Path, "customer/", ShowCustomer.Unknown,
        async (db, key, ct) => await db.Customers.SingleOrDefaultAsync(customer => customer.Key == key, ct), Redactors);

    public static RecordKind Windows { get; } = new(
        ShowWindow.Path, "window/", ShowWindow.Unknown,
        async (db, key, ct) => await db.Windows.SingleOrDefaultAsync(window => window.Key == key, ct), Redactors);

    public static RecordKind Freezes { get; } = new(
        ShowFreeze.Path, "freeze/", ShowFreeze.Unknown,
        async (db, key, ct) => await db.Freezes.SingleOrDefaultAsync(freeze => freeze.Key == key, ct), Redactors);

    internal static IReadOnlyList<RecordKind> All { get; } = [Teams, Systems, Customers, Windows, Freezes];
}
