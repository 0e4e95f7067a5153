using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>GET /api/v1/systems/{key}</summary>
public sealed class ShowSystem(AppDb db, Actor actor)
{
    internal const string Path = "/systems";

    /// <param name="Ref">The key once more, as every record has one.</param>
    /// <param name="AuthorsImplement">Whether who made an artefact may bring it into production here.</param>
    public sealed record Response(
        string Ref, string Key, string Name, string OwnerTeam, Criticality Criticality, string Environment,
        IReadOnlyList<string> DependsOn, bool AuthorsImplement, string Status,
        IReadOnlyList<string> AllowedActions, IReadOnlyList<RefusedAction> RefusedActions, long Version) : IVersioned;

    internal static Reason Unknown { get; } = new(ReasonKind.Unknown, "system.unknown", "There is no such system.");

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        Path + "/{key}", async (string key, ShowSystem slice, CancellationToken ct) => (await slice.Handle(key, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(string key, CancellationToken ct) =>
        await db.Systems.AsNoTracking().SingleOrDefaultAsync(system => system.Key == key, ct) is { } system
            ? As(actor, system) : Unknown;

    internal static Response As(Actor viewer, ProductionSystem system)
    {
        var actions = MasterRecord.ActionsOf(viewer, ProductionSystem.Kind);
        return new(
            system.Ref, system.Key, system.Name, system.OwnerTeam, system.Criticality, system.Environment, system.DependsOn,
            system.AuthorsImplement, MasterRecord.Active, actions.Allowed, actions.Refused, system.Version);
    }
}
