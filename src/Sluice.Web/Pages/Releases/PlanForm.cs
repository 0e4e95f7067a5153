using Sluice.Kernel.Http;
using Sluice.Releases;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Releases;

/// <summary>What a release is called and for, and when it is meant to run, as a form.</summary>
/// <param name="From">A <c>datetime-local</c> value, by the clocks of <paramref name="Clocks"/>.</param>
/// <param name="Zone">The release's own: everybody is shown its interval by the clocks there, too.</param>
/// <param name="FromTurn">Which is meant, where the clocks show that time twice.</param>
/// <param name="Clocks">The zone that the viewer had when the form went out.</param>
/// <param name="Began">What an edit began with.</param>
public sealed record PlanForm(
    string? Title = null, string? Goal = null, string? Window = null, string? From = null, string? Until = null,
    string? Zone = null, string? Began = null, string? FromTurn = null, string? UntilTurn = null, string? Clocks = null)
{
    /// <param name="zone">By whose clocks its interval is shown.</param>
    public static PlanForm Of(ShowRelease.Response release, TimeZoneInfo zone) => Of(DraftOf(release), zone);

    private static PlanForm Of(EditRelease.Request draft, TimeZoneInfo zone)
    {
        var (from, until) = (Moment(draft.From, zone), Moment(draft.Until, zone));
        return new(
            draft.Title, draft.Goal, draft.Window, from.Text, until.Text, draft.Zone, Meanwhile.Write(draft), from.Turn, until.Turn,
            zone.Id);
    }

    /// <summary>Its interval is a window's or its own; in a window, the window says from when until when.</summary>
    public static EditRelease.Request DraftOf(ShowRelease.Response release) => release.Window is { } window
        ? new(release.Title, release.Goal, window)
        : new(release.Title, release.Goal, null, release.From, release.Until, release.Zone);

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
    public MergePatch<EditRelease.Request> ToPatch(EditRelease.Request began)
    {
        var shown = Of(began, Viewer.ZoneOf(Clocks) ?? TimeZoneInfo.Utc);
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

    /// <summary>Goes on from what it says now, with what was typed over what the form began with.</summary>
    public PlanForm Over(EditRelease.Request began, EditRelease.Request now)
    {
        var zone = Viewer.ZoneOf(Clocks) ?? TimeZoneInfo.Utc;
        var (then, current) = (Of(began, zone), Of(now, zone));
        var isThen = (Window, From, FromTurn, Until, UntilTurn, Zone)
            == (then.Window, then.From, then.FromTurn, then.Until, then.UntilTurn, then.Zone);
        // A window and a time of its own exclude each other, so that an interval is taken over whole.
        return (isThen ? current : this) with
        {
            Title = Meanwhile.Kept(Title, then.Title, current.Title),
            Goal = Meanwhile.Kept(Goal, then.Goal, current.Goal),
            Began = current.Began,
        };
    }

    public static IReadOnlyList<(string What, string Value)> Said(EditRelease.Request draft, Viewer viewer) =>
    [
        (ReleaseWords.Title, draft.Title ?? ""), (ReleaseWords.Goal, draft.Goal ?? ""), (ReleaseWords.ProductionWindow, draft.Window ?? ""),
        (ReleaseWords.From, draft.From is { } from ? viewer.Text(from) : ""), (ReleaseWords.Until, draft.Until is { } until ? viewer.Text(until) : ""),
        (ReleaseWords.Zone, draft.Zone ?? ""),
    ];

    private static string? Lines(string? typed) => typed?.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static (string? Text, string? Turn) Moment(DateTimeOffset? moment, TimeZoneInfo zone) =>
        moment is { } at ? LocalMoment.Write(at, zone) : default;
}
