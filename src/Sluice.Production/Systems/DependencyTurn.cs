using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Production.Systems;

/// <summary>For whatever depends on its like: systems here, changes elsewhere. One turn for all, as edits of either are rare.</summary>
public sealed class TakeDependencyTurn(AppDb db)
{
    /// <inheritdoc cref="DependencyTurn.Take"/>
    public Task Handle(CancellationToken ct) => DependencyTurn.Take(db, ct);
}

/// <summary>
/// Two edits that each see the dependencies without the other's could close a circle together. Both take the one turn there is,
/// so the second to save is outrun and looks again.
/// </summary>
internal sealed class DependencyTurn : ITenantOwned
{
    public TenantId TenantId { get; private set; }
    public long Number { get; private set; }

    /// <remarks>Before the dependencies are read.</remarks>
    public static async Task Take(AppDb db, CancellationToken ct)
    {
        var turn = await db.Set<DependencyTurn>().SingleOrDefaultAsync(ct) ?? db.Add(new DependencyTurn()).Entity;
        turn.Number++;
    }
}
