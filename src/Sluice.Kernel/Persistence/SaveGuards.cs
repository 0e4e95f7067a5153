using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Persistence;

/// <summary>What happens on every save, in this order, in the save's own transaction.</summary>
internal sealed class SaveGuards : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var db = (AppDb)eventData.Context!;
        var rows = Changed(db);
        TenantGuard.Check(db, rows);
        RefuseRewriting(rows);
        AppendLedger(db, rows);
        return result;
    }

    /// <summary>Ahead of the save: a new record's entries name its tenant.</summary>
    internal static void Append(AppDb db)
    {
        var rows = Changed(db);
        TenantGuard.Check(db, rows);
        AppendLedger(db, rows);
    }

    /// <summary>All that is tracked, its changes found: contexts do not look for them by themselves.</summary>
    private static List<EntityEntry> Changed(AppDb db)
    {
        db.ChangeTracker.DetectChanges();
        return [.. db.ChangeTracker.Entries().Where(row => row.State is not EntityState.Detached)];
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavingChanges(eventData, result));

    private static void RefuseRewriting(List<EntityEntry> rows)
    {
        if (rows.Any(row => row.State is EntityState.Deleted && row.Entity is not IIndexRow))
            throw new InvalidOperationException("Nothing is deleted: records are cancelled or superseded.");
        if (rows.Any(row => row.Entity is IWrittenOnce && row.State is EntityState.Modified && !IsRedaction(row)))
            throw new InvalidOperationException("Ledger rows and facts are written once.");
    }

    private static bool IsRedaction(EntityEntry row)
    {
        var modified = row.Properties.Where(property => property.IsModified).ToList();
        return modified.Count > 0 && modified.TrueForAll(property => property.Metadata.IsRedactable() && property.CurrentValue is null);
    }

    private static void AppendLedger(AppDb db, List<EntityEntry> rows)
    {
        foreach (var row in rows)
        {
            if (row.Entity is not Record record)
                continue;
            var written = record.AppendActs().ToList();
            if (written.Count > 0)
            {
                db.Written.Add(record);
                // Its version and head have moved on just now.
                row.DetectChanges();
            }
            else if (row.State is EntityState.Added or EntityState.Modified && !db.Written.Contains(record))
                throw new InvalidOperationException($"{record.Chain} changed without an act: its history would miss it.");
            db.AddRange(written);
            db.HasAppended |= written.Count > 0;
        }
    }
}

/// <summary>
/// A row that only helps to find others (which system a record touches, which files it names) and holds nothing of its own:
/// what it says can be read from its record and that record's history. Or one that is nobody's record at all: a stored reply
/// that has had its day, a preference of a person's.
/// </summary>
public interface IIndexRow;
