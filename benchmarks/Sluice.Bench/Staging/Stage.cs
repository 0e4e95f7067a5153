using Sluice.Bench.Running;
using Sluice.Bench.Seeding;

namespace Sluice.Bench.Staging;

/// <summary>A database with so many changes, Sluice and the floor running on it, and everything to ask them.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public required IStore Store { get; init; }

    public required Server Sluice { get; init; }

    public required Server Floor { get; init; }

    public required IReadOnlyList<Workload> Workloads { get; init; }

    /// <summary>Releases with a step to complete, to be watched while it is.</summary>
    public required Subjects Boards { get; init; }

    public required Func<int, byte[]> CompleteStep { get; init; }

    /// <summary>Headers of somebody who watches.</summary>
    public required string Watcher { get; init; }

    /// <summary>By name: what one request comes to.</summary>
    public required IReadOnlyDictionary<string, Cost> Costs { get; init; }

    public async ValueTask DisposeAsync()
    {
        await Floor.DisposeAsync();
        await Sluice.DisposeAsync();
        await ((IAsyncDisposable)Store).DisposeAsync();
    }
}

/// <param name="Statements">Of Sluice's, as PostgreSQL logs them; the setting of the tenant is not counted.</param>
/// <param name="Rows">Inserted or updated; by the floor too.</param>
internal sealed record Cost(int Statements, int Rows);
