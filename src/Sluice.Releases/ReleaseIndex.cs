using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Releases;

/// <summary>Keeps the rows by which a release is found in step with what it says.</summary>
internal static class ReleaseIndex
{
    /// <summary>After an act, before the save: compares what the release says with what was loaded of it.</summary>
    public static void Keep(AppDb db, Release release)
    {
        var row = db.Entry(release);
        if (row.State is EntityState.Added)
            return;
        var before = row.Property(r => r.Items).OriginalValue;
        var wasOpen = ReleaseLifecycle.IsOpen(row.Property(r => r.Status).OriginalValue);
        Move(db, release, wasOpen ? before : [], ReleaseLifecycle.IsOpen(release.Status) ? release.Items : [], HeldRow);
        Move(db, release, Systems(before), Systems(release.Items), (who, system) => new ReleaseOfSystem(who.TenantId, system, who.Number));
    }

    private static List<string> Systems(IReadOnlyList<ReleaseItem> items) => [.. items.SelectMany(item => item.Systems).Distinct()];

    private static HeldChange HeldRow(Release release, ReleaseItem item) =>
        new(release.TenantId, item.ChangeId, release.Id, item.Change);

    private static void Move<T, TRow>(
        AppDb db, Release release, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<Release, T, TRow> row) where TRow : class
    {
        var (gone, come) = (before.Select(item => row(release, item)).ToHashSet(), after.Select(item => row(release, item)).ToHashSet());
        db.AddRange(come.Except(gone));
        db.RemoveRange(gone.Except(come));
    }
}
