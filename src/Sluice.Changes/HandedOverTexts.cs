using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.History;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>Free text of a change that stands in the facts it has handed over, too: what it was called, and on what conditions.</summary>
internal static class HandedOverTexts
{
    /// <summary>What is in force stays: the newest snapshot, and an authorization that is live.</summary>
    public static async Task Forget(AppDb db, Record record, RedactedEntry entry, CancellationToken ct)
    {
        var change = (Change)record;
        var texts = entry.Texts.ToList();
        foreach (var snapshot in await db.Set<ChangeSnapshot>()
                     .Where(snapshot => snapshot.ChangeId == change.Id && snapshot.Version < change.SnapshotVersion
                         && snapshot.Title != null && texts.Contains(snapshot.Title))
                     .ToListAsync(ct))
            db.Entry(snapshot).Property(known => known.Title).CurrentValue = null;
        foreach (var authorization in await db.Set<ChangeAuthorization>()
                     .Where(authorization => authorization.ChangeId == change.Id && authorization.Id != change.AuthorizationId)
                     .ToListAsync(ct))
            if (authorization.Conditions?.Any(entry.Texts.Contains) is true)
                db.Entry(authorization).Property(known => known.Conditions).CurrentValue = null;
    }
}
