using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Tenancy;

/// <summary>GET /api/v1/organisations/{key}: one's own; every other is as unknown as one that never was.</summary>
public sealed class ShowOrganisation(AppDb db, Actor actor)
{
    /// <param name="Zone">By which clocks nights are planned: new windows, freezes and releases begin with it.</param>
    public sealed record Response(
        string Key, string Name, string? Zone, long Version, IReadOnlyList<string> AllowedActions,
        IReadOnlyList<RefusedAction> RefusedActions) : IVersioned;

    internal static Reason Unknown { get; } =
        new(ReasonKind.Unknown, "organisation.unknown", "There is no such organisation.");

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/organisations/{key}",
        async (string key, ShowOrganisation slice, CancellationToken ct) => (await slice.Handle(key, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(string key, CancellationToken ct) =>
        await Find(db, key, ct) is { } settings ? As(settings, actor) : Unknown;

    /// <summary>The key of the caller's own.</summary>
    public Task<string> OwnKey(CancellationToken ct) =>
        db.Set<Organisation>().AsNoTracking().Where(own => own.Id == actor.Tenant).Select(own => own.Key).SingleAsync(ct);

    /// <summary>By which clocks it plans; null when nobody has said it.</summary>
    public Task<string?> Zone(CancellationToken ct) =>
        db.Set<OrganisationSettings>().AsNoTracking().Select(settings => settings.Zone).SingleOrDefaultAsync(ct);

    /// <returns>Tracked once somebody has set something; null when the caller's own has another key.</returns>
    internal static async Task<OrganisationSettings?> Find(AppDb db, string key, CancellationToken ct)
    {
        var tenant = db.Tenant;
        var own = await db.Set<Organisation>().AsNoTracking().SingleAsync(organisation => organisation.Id == tenant, ct);
        return own.Key != key ? null
            : await db.Set<OrganisationSettings>().SingleOrDefaultAsync(ct) ?? OrganisationSettings.Untouched(own);
    }

    internal static Response As(OrganisationSettings settings, Actor actor)
    {
        var actions = Actions.Of([("edit", EditOrganisation.Against(actor))]);
        return new(settings.Key, settings.Name, settings.Zone, settings.Version, actions.Allowed, actions.Refused);
    }
}
