using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Persistence;
using Sluice.Production.Calendar;

namespace Sluice.Releases;

/// <summary>What the gate and the calendar tell the channel. "Go" does not outlast what it relied on.</summary>
internal sealed class ReleaseReceivers(AppDb db, ReleaseBooking booking) : IReceive<ChangeSnapshot>, IReceive<CalendarRestricted>
{
    public async Task Receive(ChangeSnapshot fact, CancellationToken ct)
    {
        if (fact.Release is null || await Find(fact.Release, ct) is not { } release)
            return;
        if (release.Follow(fact, fact.At))
        {
            ReleaseIndex.Keep(db, release);
            await booking.Keep(release, ct);
        }
        // A withdrawal never comes without a snapshot that says so.
        if (release.Status is ReleaseStatus.Ready && fact.Status is not ChangeStatus.Approved)
            release.VoidGo(["change.authorized"], fact.At);
    }

    public async Task Receive(CalendarRestricted fact, CancellationToken ct)
    {
        var ready = await db.WholeReleases
            .Where(release => release.Status == ReleaseStatus.Ready && release.From < fact.Until && release.Until > fact.From)
            .ToListAsync(ct);
        foreach (var release in ready.Where(release => Concerns(fact, release)))
            release.VoidGo([fact.Code], fact.At);
    }

    private static bool Concerns(CalendarRestricted fact, Release release) => fact.Window is { } window
        ? release.Window == window
        : fact.Systems is null || release.Systems.Any(fact.Systems.Contains);

    private async Task<Release?> Find(string reference, CancellationToken ct)
    {
        var release = db.Releases.Local.FirstOrDefault(release => release.Ref == reference)
            ?? await db.ReleaseWithRef(reference).SingleOrDefaultAsync(ct);
        return release is not null && ReleaseLifecycle.IsOpen(release.Status) ? release : null;
    }
}
