using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>A field that takes a moment by the clocks of a zone, which stands beside it.</summary>
/// <param name="Clocks">"Europe/Zurich"</param>
/// <param name="Turn">Asks which is meant, where the clocks show what was typed twice; otherwise null.</param>
public sealed record MomentField(Field Field, string Clocks, ChoiceField? Turn);

public static class MomentFields
{
    /// <summary>The zone goes out with the form and comes back with it: one that is changed meanwhile moves no time.</summary>
    public const string Clocks = "clocks";

    /// <param name="zone">By whose clocks.</param>
    /// <param name="clocks">What the zone is called where it is not by its name: it is typed in the same form.</param>
    public static MomentField Moment(this TypedForm form, string pointer, string label, TimeZoneInfo zone, string? clocks = null)
    {
        var field = form.Field(pointer, label);
        var turns = LocalMoment.Turns(field.Value, zone);
        return new(
            field with { Type = "datetime-local" }, clocks ?? zone.Id,
            turns.Count == 0 ? null : new ChoiceField(form.Field(pointer + "Turn", Sentence.Of(PartWords.WhichOfTheTwoIsMeant, label)), turns));
    }
}
