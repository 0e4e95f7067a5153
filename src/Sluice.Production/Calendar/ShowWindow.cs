using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <summary>GET /api/v1/windows/{key}</summary>
public sealed class ShowWindow(AppDb db, Actor actor, ShowWindowLoad showLoad, TimeProvider clock)
{
    internal const string Path = "/windows";

    /// <param name="Ref">The key once more, as every record has one.</param>
    /// <param name="From">Included; UTC.</param>
    /// <param name="Until">Excluded; UTC.</param>
    /// <param name="Zone">IANA.</param>
    /// <param name="MaxChanges">Null: no limit.</param>
    /// <param name="MaxRiskPoints">Null: no limit.</param>
    /// <param name="Load">What is booked in it; left out of lists.</param>
    public sealed record Response(
        string Ref, string Key, string Title, DateTimeOffset From, DateTimeOffset Until, string Zone,
        IReadOnlyList<string> Systems, int? MaxChanges, int? MaxRiskPoints, WindowStatus Status, string? HeldBecause,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WindowLoad? Load,
        IReadOnlyList<string> AllowedActions, IReadOnlyList<RefusedAction> RefusedActions, long Version) : IVersioned;

    internal static Reason Unknown { get; } = new(ReasonKind.Unknown, "window.unknown", "There is no such window.");

    internal static Reason Ended { get; } = Reason.Conflict("window.ended", "The window has ended.");

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        Path + "/{key}", async (string key, ShowWindow slice, CancellationToken ct) => (await slice.Handle(key, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(string key, CancellationToken ct) =>
        await db.Windows.AsNoTracking().SingleOrDefaultAsync(window => window.Key == key, ct) is { } window
            ? As(actor, window, await showLoad.Handle(key, exceptHolder: "", ct), clock.GetUtcNow())
            : Unknown;

    internal static Response As(Actor viewer, Window window, WindowLoad? load, DateTimeOffset now)
    {
        var actions = Actions.Of(
        [
            ("hold", HoldWindow.Against(window, viewer, now)),
            ("release", ReleaseWindow.Against(window, viewer, now)),
            ("comments", AddComment.Against(viewer)),
        ]);
        return new(
            window.Ref, window.Key, window.Title, window.From, window.Until, window.Zone, window.Systems, window.MaxChanges,
            window.MaxRiskPoints, window.StatusAt(now), window.HeldBecause, load, actions.Allowed, actions.Refused,
            window.Version);
    }
}
