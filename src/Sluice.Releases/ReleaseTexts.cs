using Sluice.Kernel.History;
using Sluice.Kernel.Persistence;

namespace Sluice.Releases;

/// <summary>Free text of a release that stands beside it: what its steps are called, and what the calendar calls the release.</summary>
internal static class ReleaseTexts
{
    public static async Task Forget(AppDb db, Record record, RedactedEntry entry, CancellationToken ct)
    {
        var release = (Release)record;
        if (entry.Sequence == release.RunbookSequence)
        {
            await db.Entry(release).Collection(known => known.Steps).LoadAsync(ct);
            release.ForgetRunbook();
        }
        await new ReleaseBooking(new(db)).Keep(release, ct);
    }
}
