using Sluice.Production.Calendar;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Calendar.Freezes;

/// <summary>A freeze as a form: text in every field, so that whatever was typed can be given back.</summary>
/// <param name="From">A <c>datetime-local</c> value, by the clocks of <paramref name="Zone"/>.</param>
/// <param name="Scope">Everything, or the systems that are ticked; said outright, as the two are far apart.</param>
/// <param name="FurtherSystems">Keys of systems that the form did not offer.</param>
public sealed record FreezeForm(
    string? Key = null, string? Title = null, string? From = null, string? Until = null, string? Zone = null,
    string? Scope = FreezeForm.Named, string[]? Systems = null, string? FurtherSystems = null, string? Reason = null)
{
    public const string Everything = "everything";
    public const string Named = "systems";

    public LocalInterval Interval => new(From, Until, Zone);

    public string? Value(string name) => name switch
    {
        "key" => Key,
        "title" => Title,
        "from" => From,
        "until" => Until,
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
