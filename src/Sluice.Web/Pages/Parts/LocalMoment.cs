using System.Globalization;
using Sluice.Kernel.Outcomes;

namespace Sluice.Web.Pages.Parts;

/// <summary>What a <c>datetime-local</c> field holds, read as the clocks of a zone show it.</summary>
/// <remarks>
/// Where the clocks go back an hour is shown twice, and its first time is meant; where they go forward it is never shown, and
/// nobody can mean it.
/// </remarks>
/// <param name="At">Null when nothing was typed, or something that is no moment there.</param>
/// <param name="Wrong">Why what was typed is none.</param>
public sealed record LocalMoment(DateTimeOffset? At, Reason? Wrong)
{
    private const string Minutes = "yyyy-MM-dd'T'HH:mm";
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    /// <param name="pointer">Of the field.</param>
    public static LocalMoment Read(string? typed, TimeZoneInfo zone, string pointer)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return new(null, null);
        if (!DateTime.TryParseExact(
            typed.Trim(), [Minutes, Seconds], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new(null, Reason.Invalid("moment.malformed", "Write day and time as 2026-11-22T23:00.", pointer));
        if (zone.IsInvalidTime(local))
            return new(null, Reason.Invalid(
                "moment.skipped", $"The clocks in {zone.Id} go forward over this time: it is never shown there.", pointer));
        // The first of two times has summer's offset, which is the larger one.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        var ticks = local.Ticks - offset.Ticks;
        return ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks
            ? new(null, Reason.Invalid("moment.malformed", "There is no such moment.", pointer))
            : new(new DateTimeOffset(ticks, TimeSpan.Zero), null);
    }
}
