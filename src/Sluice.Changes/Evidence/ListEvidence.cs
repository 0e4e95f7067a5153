using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes.Evidence;

/// <summary>GET /api/v1/changes/{reference}/evidence: all of it, oldest first.</summary>
public sealed class ListEvidence(AppDb db)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/changes/{reference}/evidence",
        async (string reference, ListEvidence slice, CancellationToken ct) => (await slice.Handle(reference, ct)).ToHttp());

    public async Task<Outcome<Page<EvidenceShown>>> Handle(string reference, CancellationToken ct) =>
        await db.ChangeWithRef(reference).AsNoTracking().SingleOrDefaultAsync(ct) is { } change
            ? new Page<EvidenceShown>([.. change.Evidence.Select(EvidenceShown.To)])
            : ChangeReasons.Unknown;
}
