using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Persistence;
using Sluice.Production.Calendar;

namespace Sluice.Releases.Gate;

/// <summary>What the channel has to say: is it being carried out at this moment, in an open window and outside every freeze?</summary>
internal sealed class ChannelSide(AppDb db, FindWindow findWindow, FindFreezes findFreezes) : IAnswerGate
{
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(TimeSpan.TicksPerMicrosecond);

    // The last moment that has another after it.
    private static readonly DateTimeOffset Last = DateTimeOffset.MaxValue - Moment;

    public async Task<IReadOnlyList<GateReason>> Against(ChangeId change, DateTimeOffset at, CancellationToken ct)
    {
        // Of the runbook only what has been begun: the rest has nothing to say here, and may be some hundred steps.
        var release = await db.Releases.Include(known => known.Steps.Where(step => step.StartedAt != null)).AsSplitQuery().AsNoTracking()
            .SingleOrDefaultAsync(known => db.Set<HeldChange>().Any(held => held.ChangeId == change && held.ReleaseId == known.Id), ct);
        if (release?.Items.SingleOrDefault(held => held.ChangeId == change) is not { } item)
            return [No("release.none", "No open release holds the change.")];
        var window = release.Window is { } key ? await findWindow.Handle(key, ct) : null;
        var from = at > Last ? Last : at;
        var freezes = await findFreezes.Handle(from, from + Moment, release.Systems, ct);
        return [.. Against(release, item.Change, window, freezes, at)];
    }

    internal static IEnumerable<GateReason> Against(
        Release release, string change, WindowKnown? window, IReadOnlyList<FreezeKnown> freezes, DateTimeOffset at)
    {
        if (release.Status is not ReleaseStatus.Executing)
            yield return No("release.not-executing", $"{release.Ref} is in status {Wire.Words(release.Status)}, not Executing.");
        if (release.Item(change) is { IsBackingOut: true })
            yield return No("item.backing-out", $"{change} is being backed out, or has been.");
        if (!release.HasBegun(change))
            yield return No("step.not-started", $"No step of {change} has been started.");
        if (release.From is null || at < release.From || at >= release.Until)
            yield return No("window.closed", $"{release.Ref} runs at another time.");
        if (window?.HeldBecause is not null)
            yield return No("window.held", $"Production control holds the window {window.Key}.");
        foreach (var freeze in freezes)
            yield return No("freeze.active", $"The freeze {freeze.Key} is in force.");
    }

    private static GateReason No(string code, string detail) => new(Side.Channel, code, detail);
}
