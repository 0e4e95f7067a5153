using System.Globalization;
using Sluice.Releases.Execution;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>From now to the end of the interval: the time that is free, and what going back would take of the rest.</summary>
/// <param name="Words">The same for who does not see it.</param>
public sealed record SafeBar(string Words, IReadOnlyList<SafeBar.Part> Parts)
{
    // Narrower ones have no room for their words.
    private const double LeastWithWords = .12;

    /// <param name="From">In per cent of the bar's width, as the others.</param>
    public sealed record Part(string Fill, string From, string Width, string Middle, string Text);

    public static SafeBar Of(Viewer viewer, ShowRun.Response run)
    {
        var free = (long)(run.LastSafeBackOut!.Value - run.At).TotalMinutes;
        (string Fill, long Minutes, string Word)[] parts =
        [
            ("fill-soft", free, PartWords.MinutesFree), ("fill-plan", run.BackOutMinutes, PartWords.MinutesToBackOut), ("fill-plan", run.VerificationMinutes, PartWords.MinutesToVerify),
            ("fill-plan", run.ReserveMinutes, PartWords.MinutesInReserve),
        ];
        var whole = Math.Max(parts.Sum(part => part.Minutes), 1d);
        var placed = new List<Part>();
        var at = 0d;
        foreach (var (fill, minutes, word) in parts.Where(part => part.Minutes > 0))
        {
            placed.Add(new(
                fill, Percent(at / whole), Percent(minutes / whole), Percent((at + (minutes / 2d)) / whole),
                minutes / whole > LeastWithWords ? Sentence.Of(word, minutes) : ""));
            at += minutes;
        }
        return new(
            Sentence.Of(PartWords.FromNowToLastSafeBackOut, viewer.Clock(run.At), viewer.Clock(run.Until!.Value), free, viewer.Clock(run.LastSafeBackOut.Value), run.BackOutMinutes, run.VerificationMinutes, run.ReserveMinutes),
            placed);
    }

    private static string Percent(double part) => (part * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
