using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Tenancy;

/// <summary>PUT /api/v1/organisations/{key}: what all its people go by from now on.</summary>
public sealed class EditOrganisation(AppDb db, UnitOfWork work, Actor actor, TimeProvider clock)
{
    /// <param name="Zone">An IANA id, or null.</param>
    public sealed record Request(string Name, string? Zone);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPut(
        "/organisations/{key}",
        async (string key, Request request, IfMatch seen, EditOrganisation slice, CancellationToken ct) =>
            (await slice.Handle(key, request, seen, ct)).ToHttp());

    public Task<Outcome<ShowOrganisation.Response>> Handle(string key, Request request, IfMatch seen, CancellationToken ct) =>
        work.Act<ShowOrganisation.Response>(async () =>
        {
            if (await ShowOrganisation.Find(db, key, ct) is not { } settings)
                return ShowOrganisation.Unknown;
            if (Refusal.For([.. Against(actor), .. Against(request), .. seen.Reasons(settings)]) is { } refusal)
                return refusal;

            settings.Edit(request.Name, request.Zone, actor, clock.GetUtcNow());
            if (settings.Version == 0 && settings.HasActed)
                db.Add(settings);
            await db.SaveChangesAsync(ct);
            return ShowOrganisation.As(settings, actor);
        }, ct);

    internal static IEnumerable<Reason> Against(Actor actor)
    {
        if (!actor.Is(KernelRoles.Admin))
            yield return Reason.Forbidden("organisation.not-admin", "Only an admin sets what the organisation goes by.");
    }

    private static IEnumerable<Reason> Against(Request request) =>
    [
        .. Input.Text("/name", request.Name, Input.LongestName, required: true),
        .. request.Zone is null || Zones.IsKnown(request.Zone) ? [] : (Reason[])[Zones.Unknown("/zone")],
    ];
}
