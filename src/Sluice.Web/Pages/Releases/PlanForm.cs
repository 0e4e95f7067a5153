using Sluice.Kernel.Http;
using Sluice.Releases;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Releases;

/// <summary>What a release is called and for, and when it is meant to run, as a form.</summary>
/// <param name="From">A <c>datetime-local</c> value, in UTC.</param>
/// <param name="Version">The version that an edit began with.</param>
public sealed record PlanForm(
    string? Title = null, string? Goal = null, string? Window = null, string? From = null, string? Until = null,
    string? Zone = null, long Version = 0)
{
    public static PlanForm Of(ShowRelease.Response release) => release.Window is { } window
        ? new(release.Title, release.Goal, window, Version: release.Version)
        : new(
            release.Title, release.Goal, null, Moment(release.From), Moment(release.Until), release.Zone, release.Version);

    public string? Value(string name) => name switch
    {
        "title" => Title,
        "goal" => Goal,
        "window" => Window,
        "from" => From,
        "until" => Until,
        "zone" => Zone,
        _ => null,
    };

    public AddRelease.Request ToRequest() =>
        new(Lines(Title), Lines(Goal), Window, Utc.Read(From), Utc.Read(Until), Zone);

    /// <summary>Only what differs from what the form was filled with.</summary>
    public MergePatch<EditRelease.Request> ToPatch(ShowRelease.Response release)
    {
        var shown = Of(release);
        var isElsewhen = From != shown.From || Until != shown.Until || Zone != shown.Zone;
        var emptied = new (string Pointer, string? Typed, string? Shown)[]
        {
            ("/window", Window, shown.Window), ("/from", From, shown.From), ("/until", Until, shown.Until), ("/zone", Zone, shown.Zone),
        };
        return new(
            new(
                Title == shown.Title ? null : Lines(Title) ?? "", Lines(Goal) == Lines(shown.Goal) ? null : Lines(Goal) ?? "",
                Window == shown.Window ? null : Window, isElsewhen ? Utc.Read(From) : null, isElsewhen ? Utc.Read(Until) : null,
                isElsewhen ? Zone : null),
            emptied.Where(field => field is { Typed: null, Shown: not null }).Select(field => field.Pointer).ToHashSet());
    }

    private static string? Lines(string? typed) => typed?.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string? Moment(DateTimeOffset? moment) => moment is { } at ? Utc.Write(at) : null;
}
