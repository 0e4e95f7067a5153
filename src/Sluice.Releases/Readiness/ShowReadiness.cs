using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Releases.Readiness;

/// <summary>GET /api/v1/releases/{reference}/readiness: everything that has to be so before go, computed from records.</summary>
public sealed class ShowReadiness(AppDb db, GatherReadiness gather, TimeProvider clock)
{
    /// <param name="Ready">Every check passes. Whether "go" has been given is the release's status.</param>
    public sealed record Response(string Ref, ReleaseStatus Status, bool Ready, IReadOnlyList<ReadinessCheck> Checks);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/releases/{reference}/readiness",
        async (string reference, ShowReadiness slice, CancellationToken ct) => (await slice.Handle(reference, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(string reference, CancellationToken ct)
    {
        if (await db.ReleaseWithRef(reference).AsNoTracking().SingleOrDefaultAsync(ct) is not { } release)
            return ReleaseReasons.Unknown;
        var checks = ReadinessRules.Checks(release, await gather.Handle(release, ct), clock.GetUtcNow());
        return new Response(release.Ref, release.Status, checks.All(check => !check.Blocks), checks);
    }
}
