using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.History;

/// <summary>What some acts of a record did, read back from its history with the texts that have not been redacted.</summary>
public static class RecordedFacts
{
    /// <returns>Oldest first.</returns>
    public static async Task<IReadOnlyList<JsonNode>> Of(
        AppDb db, Record record, IReadOnlyList<string> acts, CancellationToken ct)
    {
        var entries = await db.Ledger.AsNoTracking()
            .Where(row => row.Record == record.Chain && acts.Contains(row.Act))
            .OrderBy(row => row.Sequence).ToListAsync(ct);
        var texts = await ShowHistory.Texts(db, record.Chain, entries, ct);
        return [.. entries.Select(entry => entry.FactsWith(texts.GetValueOrDefault(entry.Sequence)))];
    }
}
