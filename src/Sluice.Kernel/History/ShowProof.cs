using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Kernel.History;

/// <summary>GET …/{reference}/proof: the whole history of a record as a file that is verified without this server.</summary>
public sealed class ShowProof(AppDb db)
{
    internal static void Map(IEndpointRouteBuilder api, RecordKind kind) => api.MapGet(
        kind.Path + "/{reference}/proof",
        async Task<IResult> (string reference, ShowProof slice, CancellationToken ct) =>
        {
            var outcome = await slice.Handle(kind, reference, ct);
            return outcome.Refusal is { } refusal
                ? refusal.ToProblem()
                : TypedResults.Text(outcome.Value, "application/json");
        });

    public async Task<Outcome<string>> Handle(RecordKind kind, string reference, CancellationToken ct)
    {
        // A text redacted between two of these reads would be missing without the entry that says why.
        await using var moment = await db.ReadOneMoment(ct);
        if (await kind.Find(db, reference, ct) is not { } record)
            return kind.Unknown;
        var entries = await db.Ledger.AsNoTracking()
            .Where(row => row.Record == record.Chain && row.Sequence <= record.Version)
            .OrderBy(row => row.Sequence).ToListAsync(ct);
        var texts = await ShowHistory.Texts(db, record.Chain, entries, ct);
        return new Proof(
            record.TenantId.Value.ToString(), record.Chain, record.Head,
            [.. entries.Select(row => new ProvenEntry(row.Body, row.Hash,
                texts.GetValueOrDefault(row.Sequence) ?? []))]).Write();
    }
}
