using System.Globalization;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>What a <c>datetime-local</c> field holds, read as the clocks of a zone show it.</summary>
/// <remarks>
/// Where the clocks go back an hour is shown twice, and whoever typed it says which is meant; where they go forward it is never
/// shown, and nobody can mean it.
/// </remarks>
/// <param name="At">Null when nothing was typed, or something that is no moment there.</param>
/// <param name="Wrong">Why what was typed is none.</param>
public sealed record LocalMoment(DateTimeOffset? At, Reason? Wrong)
{
    /// <summary>Of a time that is shown twice: the first, which has summer's offset.</summary>
    public const string First = "first";

    public const string Second = "second";

    private const string Minutes = "yyyy-MM-dd'T'HH:mm";
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    /// <param name="turn"><see cref="First"/> or <see cref="Second"/>; asked for only where the time is shown twice.</param>
    /// <param name="zone">Null for one that is unknown: then nothing that was typed is a moment.</param>
    /// <param name="pointer">Of the field.</param>
    public static LocalMoment Read(string? typed, string? turn, TimeZoneInfo? zone, string pointer)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return new(null, null);
        if (Parse(typed) is not { } local)
            return No("moment.malformed", PartWords.WriteDayAndTime, pointer);
        if (zone is null)
            return No("zone.unknown", PartWords.UnknownClocks, pointer);
        if (zone.IsInvalidTime(local))
            return No("moment.skipped", Skipped(local, zone), pointer);
        if (zone.IsAmbiguousTime(local) && turn is not (First or Second))
            return No("moment.twice", Sentence.Of(PartWords.ClocksGoBack, zone.Id), pointer);
        var ticks = local.Ticks - OffsetOf(local, turn, zone).Ticks;
        return ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks
            ? No("moment.malformed", PartWords.ThereIsNoSuchMoment, pointer)
            : new(new DateTimeOffset(ticks, TimeSpan.Zero), null);
    }

    /// <summary>What a field holds that shows a moment, and which of two times it is where the clocks show it twice.</summary>
    public static (string Text, string? Turn) Write(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var isTwice = zone.IsAmbiguousTime(local.DateTime);
        return (
            local.ToString(local.Second == 0 ? Minutes : Seconds, CultureInfo.InvariantCulture),
            isTwice ? local.Offset == OffsetOf(local.DateTime, First, zone) ? First : Second : null);
    }

    /// <summary>What there is to choose from, where the clocks show the time twice.</summary>
    public static IReadOnlyList<Choice> Turns(string? typed, TimeZoneInfo zone) =>
        Parse(typed) is { } local && zone.IsAmbiguousTime(local)
            ? [.. new[] { (First, PartWords.TheFirstTime), (Second, PartWords.TheSecondTimeAnHourOrSoLater) }.Select(turn =>
                new Choice(turn.Item1, turn.Item2, Utc(OffsetOf(local, turn.Item1, zone))))]
            : [];

    private static LocalMoment No(string code, string detail, string pointer) => new(null, Reason.Invalid(code, detail, pointer));

    private static DateTime? Parse(string? typed) => DateTime.TryParseExact(
        typed?.Trim(), [Minutes, Seconds], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;

    // Of two offsets, summer's is the larger one and comes first.
    private static TimeSpan OffsetOf(DateTime local, string? turn, TimeZoneInfo zone)
    {
        if (!zone.IsAmbiguousTime(local))
            return zone.GetUtcOffset(local);
        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return turn == Second ? offsets.Min() : offsets.Max();
    }

    private static string Skipped(DateTime local, TimeZoneInfo zone)
    {
        var (from, to) = (local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute)), local);
        while (zone.IsInvalidTime(from.AddMinutes(-1)))
            from = from.AddMinutes(-1);
        for (to = from; zone.IsInvalidTime(to);)
            to = to.AddMinutes(1);
        return Sentence.Of(PartWords.ClocksGoForward, zone.Id, Clock(from), Clock(to), Clock(local));

        string Clock(DateTime time) => time.ToString(
            from.Date == to.Date ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Utc(TimeSpan offset) => string.Create(
        CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset.Duration():hh\\:mm}");
}
