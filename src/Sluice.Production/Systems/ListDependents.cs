using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>What depends on a system: what fails when it does.</summary>
public sealed class ListDependents(AppDb db)
{
    /// <param name="Direct">Keys of those that name it themselves.</param>
    /// <param name="Further">Keys of those that cannot work without one of them, at whatever remove.</param>
    public sealed record Response(IReadOnlyList<string> Direct, IReadOnlyList<string> Further);

    public async Task<Response> Handle(string key, CancellationToken ct)
    {
        var graph = await SystemGraph.Of(db, ct);
        var direct = graph.DependentsOf(key).Order(StringComparer.Ordinal).ToList();
        return new(direct, [.. graph.Above([key]).Except(direct).Where(above => above != key).Order(StringComparer.Ordinal)]);
    }
}
