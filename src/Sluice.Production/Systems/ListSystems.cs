using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>GET /api/v1/systems?q=&amp;team=&amp;criticality=&amp;after=&amp;limit=: by key.</summary>
public sealed class ListSystems(AppDb db, Actor actor)
{
    public sealed record Request
    {
        /// <summary>Part of the key or of the name.</summary>
        public string? Q { get; init; }

        /// <summary>Key of an owner team; may repeat.</summary>
        public string[]? Team { get; init; }

        public string[]? Criticality { get; init; }

        public string? After { get; init; }
        public int? Limit { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        ShowSystem.Path,
        async ([AsParameters] Request request, ListSystems slice, CancellationToken ct) => (await slice.Handle(request, ct)).ToHttp());

    public async Task<Outcome<Page<ShowSystem.Response>>> Handle(Request request, CancellationToken ct)
    {
        if (Refusal.For(Against(request)) is { } refusal)
            return refusal;
        var systems = db.Systems.Named(request.Q);
        if (request.Team is { Length: > 0 } teams)
            systems = systems.Where(system => teams.Contains(system.OwnerTeam));
        var levels = (request.Criticality ?? []).Select(name => Wire.Parse<Criticality>(name)!.Value).ToList();
        if (levels.Count > 0)
            systems = systems.Where(system => levels.Contains(system.Criticality));
        return await systems.Page(
            ShowSystem.Path, new() { After = request.After, Limit = request.Limit }, system => ShowSystem.As(actor, system), ct,
            [("q", request.Q), .. Each("team", request.Team), .. Each("criticality", request.Criticality)]);
    }

    private static IEnumerable<Reason> Against(Request request) =>
    [
        .. NameSearch.Against(request.Q),
        .. (request.Team ?? []).SelectMany(team => Input.Text("/team", team, Input.LongestName)),
        .. (request.Criticality ?? []).Where(name => Wire.Parse<Criticality>(name) is null)
            .Select(_ => Reason.Invalid("criticality.unknown", "It is low, medium, high or critical.", "/criticality")),
    ];

    private static IEnumerable<(string, string?)> Each(string name, string[]? values) =>
        (values ?? []).Select(value => (name, (string?)value));
}
