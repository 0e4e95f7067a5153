using Sluice.Kernel.Http;
using Sluice.Releases;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Releases;

/// <summary>What a release is called and for, and when it is meant to run, as a form.</summary>
/// <param name="From">A <c>datetime-local</c> value, by the clocks of <paramref name="Clocks"/>.</param>
/// <param name="Zone">The release's own: everybody is shown its interval by the clocks there, too.</param>
/// <param name="FromTurn">Which is meant, where the clocks show that time twice.</param>
/// <param name="Clocks">The zone that the viewer had when the form went out.</param>
/// <param name="Version">The version that an edit began with.</param>
public sealed record PlanForm(
    string? Title = null, string? Goal = null, string? Window = null, string? From = null, string? Until = null,
    string? Zone = null, long Version = 0, string? FromTurn = null, string? UntilTurn = null, string? Clocks = null)
{
    /// <param name="zone">By whose clocks its interval is shown.</param>
    public static PlanForm Of(ShowRelease.Response release, TimeZoneInfo zone)
    {
        if (release.Window is { } window)
            return new(release.Title, release.Goal, window, Version: release.Version, Clocks: zone.Id);
        var (from, until) = (Moment(release.From, zone), Moment(release.Until, zone));
        return new(
            release.Title, release.Goal, null, from.Text, until.Text, release.Zone, release.Version, from.Turn, until.Turn, zone.Id);
    }

    public LocalInterval Interval => new((From, FromTurn), (Until, UntilTurn), Viewer.ZoneOf(Clocks));

    public string? Value(string name) => name switch
    {
        "title" => Title,
        "goal" => Goal,
        "window" => Window,
        "from" => From,
        "fromTurn" => FromTurn,
        "until" => Until,
        "untilTurn" => UntilTurn,
        "zone" => Zone,
        _ => null,
    };

    public AddRelease.Request ToRequest() =>
        new(Lines(Title), Lines(Goal), Window, Interval.From, Interval.Until, Zone);

    /// <summary>Only what differs from what the form was filled with.</summary>
    public MergePatch<EditRelease.Request> ToPatch(ShowRelease.Response release)
    {
        var shown = Of(release, Viewer.ZoneOf(Clocks) ?? TimeZoneInfo.Utc);
        var isElsewhen = (From, FromTurn, Until, UntilTurn, Zone)
            != (shown.From, shown.FromTurn, shown.Until, shown.UntilTurn, shown.Zone);
        var emptied = new (string Pointer, string? Typed, string? Shown)[]
        {
            ("/window", Window, shown.Window), ("/from", From, shown.From), ("/until", Until, shown.Until), ("/zone", Zone, shown.Zone),
        };
        return new(
            new(
                Title == shown.Title ? null : Lines(Title) ?? "", Lines(Goal) == Lines(shown.Goal) ? null : Lines(Goal) ?? "",
                Window == shown.Window ? null : Window, isElsewhen ? Interval.From : null, isElsewhen ? Interval.Until : null,
                isElsewhen ? Zone : null),
            emptied.Where(field => field is { Typed: null, Shown: not null }).Select(field => field.Pointer).ToHashSet());
    }

    private static string? Lines(string? typed) => typed?.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static (string? Text, string? Turn) Moment(DateTimeOffset? moment, TimeZoneInfo zone) =>
        moment is { } at ? LocalMoment.Write(at, zone) : default;
}
