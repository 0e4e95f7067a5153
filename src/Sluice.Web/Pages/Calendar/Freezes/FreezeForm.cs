using Sluice.Production.Calendar;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Calendar.Freezes;

/// <summary>A freeze as a form: text in every field, so that whatever was typed can be given back.</summary>
/// <param name="From">A <c>datetime-local</c> value, by the clocks of <paramref name="Zone"/>.</param>
/// <param name="Scope">Everything, or the systems that are ticked; said outright, as the two are far apart.</param>
/// <param name="FromTurn">Which is meant, where the clocks show that time twice.</param>
/// <param name="FurtherSystems">Keys of systems that the form did not offer.</param>
public sealed record FreezeForm(
    string? Key = null, string? Title = null, string? From = null, string? Until = null, string? Zone = null,
    string? Scope = FreezeForm.Named, string[]? Systems = null, string? FurtherSystems = null, string? Reason = null,
    string? FromTurn = null, string? UntilTurn = null)
{
    public const string Everything = "everything";
    public const string Named = "systems";

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
        "scope" => Scope,
        "furtherSystems" => FurtherSystems,
        "reason" => Reason,
        _ => null,
    };

    public FreezeDraft ToDraft() => new(
        Key, Title, Interval.From, Interval.Until, Zone,
        Scope == Everything ? null : [.. (Systems ?? []).Union(TypedNames.Of(FurtherSystems))],
        // Browsers end lines with two characters, everybody else with one.
        Reason?.Replace("\r\n", "\n", StringComparison.Ordinal));
}
