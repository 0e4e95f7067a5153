using System.Globalization;
using Sluice.Production.Calendar;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Calendar.Windows;

/// <summary>A window as a form: text in every field, so that whatever was typed can be given back.</summary>
/// <param name="From">A <c>datetime-local</c> value, by the clocks of <paramref name="Zone"/>.</param>
/// <param name="FromTurn">Which is meant, where the clocks show that time twice.</param>
/// <param name="FurtherSystems">Keys of systems that the form did not offer.</param>
public sealed record WindowForm(
    string? Key = null, string? Title = null, string? From = null, string? Until = null, string? Zone = null,
    string[]? Systems = null, string? FurtherSystems = null, string? MaxChanges = null, string? MaxRiskPoints = null,
    string? FromTurn = null, string? UntilTurn = null)
{
    /// <remarks>An unknown zone is refused by the rules; both are read as UTC then, to be looked at all the same.</remarks>
    public LocalInterval Interval => new((From, FromTurn), (Until, UntilTurn), Viewer.ZoneOf(Zone) ?? TimeZoneInfo.Utc);

    public string? Value(string name) => name switch
    {
        "key" => Key,
        "title" => Title,
        "from" => From,
        "fromTurn" => FromTurn,
        "until" => Until,
        "untilTurn" => UntilTurn,
        "zone" => Zone,
        "furtherSystems" => FurtherSystems,
        "maxChanges" => MaxChanges,
        "maxRiskPoints" => MaxRiskPoints,
        _ => null,
    };

    public WindowDraft ToDraft() => new(
        Key, Title, Interval.From, Interval.Until, Zone, [.. (Systems ?? []).Union(TypedNames.Of(FurtherSystems))],
        Limit(MaxChanges), Limit(MaxRiskPoints));

    // What is no number is no limit at all, and is refused as one out of range would be.
    private static int? Limit(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : int.TryParse(typed, CultureInfo.InvariantCulture, out var limit) ? limit : -1;
}
