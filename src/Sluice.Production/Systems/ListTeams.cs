using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>GET /api/v1/teams?q=&amp;after=&amp;limit=: by key.</summary>
public sealed class ListTeams(AppDb db, Actor actor)
{
    public sealed record Request
    {
        /// <summary>Part of the key or of the name.</summary>
        public string? Q { get; init; }

        public string? After { get; init; }
        public int? Limit { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        ShowTeam.Path,
        async ([AsParameters] Request request, ListTeams slice, CancellationToken ct) => (await slice.Handle(request, ct)).ToHttp());

    public async Task<Outcome<Page<ShowTeam.Response>>> Handle(Request request, CancellationToken ct) =>
        Refusal.For(NameSearch.Against(request.Q)) is { } refusal
            ? refusal
            : await db.Teams.Named(request.Q).Page(
                ShowTeam.Path, new() { After = request.After, Limit = request.Limit }, team => ShowTeam.As(actor, team), ct,
                ("q", request.Q));
}
