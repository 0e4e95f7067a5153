using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Changes.Gate;

/// <summary>What the gate itself has to say: is there a live authorization of exactly this, and does it cover this moment?</summary>
internal sealed class GateSide(AppDb db) : IAnswerGate
{
    public async Task<IReadOnlyList<GateReason>> Against(ChangeId change, DateTimeOffset at, CancellationToken ct)
    {
        // Of a change's fifty columns three are asked for: some program waits for this answer at every deployment.
        var rows = await db.Changes.AsNoTracking().Where(known => known.Id == change)
            .LeftJoin(db.LiveAuthorizations, known => known.Id, live => live.ChangeId,
                (known, live) => new { known.Number, known.Status, known.Digest, live })
            .ToListAsync(ct);
        var asked = new Asked(ChangeRef.Of(rows[0].Number), rows[0].Status, rows[0].Digest);
        return [.. Against(asked, rows.Select(row => row.live).OfType<ChangeAuthorization>().MaxBy(live => live.At), at)];
    }

    /// <param name="Digest">Of what the change says now.</param>
    internal sealed record Asked(string Ref, ChangeStatus Status, Digest Digest);

    internal static IEnumerable<GateReason> Against(Asked change, ChangeAuthorization? live, DateTimeOffset at)
    {
        if (change.Status is not ChangeStatus.Approved)
            yield return No("change.not-authorized", $"{change.Ref} is in status {Wire.Words(change.Status)}, not Approved.");
        if (live is null)
        {
            if (change.Status is ChangeStatus.Approved)
                yield return No("authorization.none", $"{change.Ref} has no live authorization.");
            yield break;
        }
        if (live.Digest != change.Digest)
            yield return No("authorization.other-content", $"{change.Ref} says something else than what was authorized.");
        if (at >= live.ExpiresAt)
            yield return No("authorization.expired", $"The authorization of {change.Ref} has expired.");
        if (at < live.From || at >= live.Until)
            yield return No("authorization.outside-window", $"{change.Ref} was authorized for another time.");
    }

    private static GateReason No(string code, string detail) => new(Side.Gate, code, detail);
}
