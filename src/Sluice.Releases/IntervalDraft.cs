using Sluice.Kernel.Outcomes;
using Sluice.Production.Calendar;

namespace Sluice.Releases;

/// <summary>When a release is to run, as it arrives: a production window, or an interval of its own with its zone.</summary>
/// <param name="Window">Key of a production window.</param>
/// <param name="Zone">IANA name; UTC when left out.</param>
/// <param name="Unread">Why what a form says of <paramref name="From"/> or <paramref name="Until"/> is no moment.</param>
public sealed record IntervalDraft(
    string? Window, DateTimeOffset? From, DateTimeOffset? Until, string? Zone, IReadOnlyList<Reason>? Unread = null)
{
    internal bool IsEmpty => Window is null && From is null && Until is null && !IsUnread();

    /// <summary>What an edit leaves of an interval: naming a window ends an interval of its own, and the other way round.</summary>
    /// <param name="removed">Pointers of what the edit says is null.</param>
    internal static IntervalDraft Over(CommittedInterval? planned, EditRelease.Request edit, IReadOnlySet<string> removed)
    {
        if (edit.Window is not null)
            return new(edit.Window, edit.From, edit.Until, edit.Zone);
        var isOwn = edit.From is not null || edit.Until is not null;
        if (planned?.Window is { } window && !isOwn)
            return removed.Contains("/window") ? new(null, null, null, edit.Zone) : new(window, null, null, null);
        return new(
            null, edit.From ?? (removed.Contains("/from") ? null : planned?.From),
            edit.Until ?? (removed.Contains("/until") ? null : planned?.Until),
            edit.Zone ?? (removed.Contains("/zone") ? null : planned?.Zone));
    }

    internal bool Says(CommittedInterval? planned) => !IsUnread() && Window == planned?.Window
        && (Window is not null || (From == planned?.From && Until == planned?.Until && (IsEmpty || (Zone ?? "Etc/UTC") == planned?.Zone)));

    /// <remarks>Only after <see cref="Against"/> has found nothing.</remarks>
    internal CommittedInterval? ToInterval(WindowKnown? window) => IsEmpty ? null
        : window is not null ? new(window.Key, window.From, window.Until, window.Zone)
        : new(null, From!.Value.ToUniversalTime(), Until!.Value.ToUniversalTime(), Zone ?? "Etc/UTC");

    /// <param name="window">The window of that key, if there is one.</param>
    internal IEnumerable<Reason> Against(WindowKnown? window, DateTimeOffset now)
    {
        if (Window is not null && (From is not null || Until is not null || IsUnread()))
            yield return Reason.Invalid("interval.or-window", "Name a window, or an interval of its own; not both.", "/window");
        if (Window is not null && window is null)
            yield return Reason.Invalid("window.unknown", "There is no such window.", "/window");
        if (window is not null && window.Until <= now)
            yield return Reason.Invalid("interval.ended", "This window has ended.", "/window");
        foreach (var reason in Window is null ? Own(now) : [])
            yield return reason;
        foreach (var reason in Unknown(Zone).Concat(Unread ?? []))
            yield return reason;
    }

    private IEnumerable<Reason> Own(DateTimeOffset now)
    {
        var (isFromUnread, isUntilUnread) = (IsUnread("/from"), IsUnread("/until"));
        if (From is null && !isFromUnread && (Until is not null || isUntilUnread))
            yield return Reason.Invalid("interval.incomplete", "Say from when.", "/from");
        if (Until is null && !isUntilUnread && (From is not null || isFromUnread))
            yield return Reason.Invalid("interval.incomplete", "Say until when.", "/until");
        // Beside one that cannot be read, the other says nothing of how long it is.
        foreach (var reason in IsUnread() ? [] : Input.Interval(From, Until))
            yield return reason;
        if (Until <= now && !isUntilUnread)
            yield return Reason.Invalid("interval.ended", "This interval has ended.", "/until");
    }

    private bool IsUnread(string? pointer = null) => Unread?.Any(reason => pointer is null || reason.Pointer == pointer) is true;

    /// <summary>Asked of whatever is named, even where it has no bearing.</summary>
    internal static IEnumerable<Reason> Unknown(string? zone)
    {
        if (zone is not null && !Zones.IsKnown(zone))
            yield return Zones.Unknown("/zone");
    }
}
