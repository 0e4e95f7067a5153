using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <summary>GET /api/v1/freezes/{key}</summary>
public sealed class ShowFreeze(AppDb db, Actor actor, TimeProvider clock)
{
    internal const string Path = "/freezes";

    /// <param name="Ref">The key once more, as every record has one.</param>
    /// <param name="From">Included; UTC.</param>
    /// <param name="Until">Excluded; UTC.</param>
    /// <param name="Zone">IANA.</param>
    /// <param name="Systems">Null: everything.</param>
    public sealed record Response(
        string Ref, string Key, string Title, DateTimeOffset From, DateTimeOffset Until, string Zone,
        IReadOnlyList<string>? Systems, string Reason, FreezeStatus Status, DateTimeOffset? LiftedAt,
        IReadOnlyList<string> AllowedActions, IReadOnlyList<RefusedAction> RefusedActions, long Version) : IVersioned;

    internal static Reason Unknown { get; } = new(ReasonKind.Unknown, "freeze.unknown", "There is no such freeze.");

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        Path + "/{key}", async (string key, ShowFreeze slice, CancellationToken ct) => (await slice.Handle(key, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(string key, CancellationToken ct) =>
        await db.Freezes.AsNoTracking().SingleOrDefaultAsync(freeze => freeze.Key == key, ct) is { } freeze
            ? As(actor, freeze, clock.GetUtcNow())
            : Unknown;

    internal static Response As(Actor viewer, Freeze freeze, DateTimeOffset now)
    {
        var actions = Actions.Of(
            [("lift", LiftFreeze.Against(freeze, viewer, now)), ("comments", AddComment.Against(viewer))]);
        return new(
            freeze.Ref, freeze.Key, freeze.Title, freeze.From, freeze.Until, freeze.Zone, freeze.Systems, freeze.Reason,
            freeze.StatusAt(now), freeze.LiftedAt, actions.Allowed, actions.Refused, freeze.Version);
    }
}
