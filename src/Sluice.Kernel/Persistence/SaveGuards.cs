using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Persistence;

/// <summary>What happens on every save, in this order, in the save's own transaction.</summary>
internal sealed class SaveGuards : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var db = (AppDb)eventData.Context!;
        TenantGuard.Check(db);
        RefuseRewriting(db);
        AppendLedger(db);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavingChanges(eventData, result));

    private static void RefuseRewriting(AppDb db)
    {
        if (db.ChangeTracker.Entries().Any(row => row.State is EntityState.Deleted && row.Entity is not IIndexRow))
            throw new InvalidOperationException("Nothing is deleted: records are cancelled or superseded.");
        if (db.ChangeTracker.Entries().Any(row =>
                row.State is EntityState.Modified && (row.Entity is LedgerRow || row.Entity is IFact)))
            throw new InvalidOperationException("Ledger rows and facts are written once.");
    }

    private static void AppendLedger(AppDb db)
    {
        foreach (var row in db.ChangeTracker.Entries<Record>().ToList())
        {
            var written = row.Entity.AppendActs().ToList();
            if (written.Count == 0 && row.State is EntityState.Added or EntityState.Modified)
                throw new InvalidOperationException($"{row.Entity.Chain} changed without an act: its history would miss it.");
            foreach (var entry in written)
                db.Add(entry);
            foreach (var text in written.OfType<LedgerText>())
                db.Entry(text).Property(nameof(ITenantOwned.TenantId)).CurrentValue = row.Entity.TenantId;
        }
    }
}

/// <summary>
/// A row that only helps to find others (which system a record touches, which files it names) and holds nothing of its own:
/// what it says can be read from its record and that record's history.
/// </summary>
public interface IIndexRow;
