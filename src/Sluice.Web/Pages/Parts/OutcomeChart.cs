using System.Globalization;
using Sluice.Changes;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>A bar a week: what went well, failed and was backed out, one upon the other. In units of its view box.</summary>
public sealed class OutcomeChart(IReadOnlyList<CountOutcomes.Week> weeks)
{
    private const int Bottom = 110;
    private const int Height = 96;
    private const int Left = 32;
    private const int Step = 25;
    private const int Gridlines = 3;

    public int Validated => weeks.Sum(week => week.Validated);

    public int Failed => weeks.Sum(week => week.Failed);

    public int BackedOut => weeks.Sum(week => week.BackedOut);

    public int Total => weeks.Sum(week => week.Total);

    public string Success => Total == 0 ? "" : Sentence.Of(AppWords.PercentValidated, 100 * Validated / Total, Total);

    public string Words => Sentence.Of(AppWords.ExecutionsAWeek, weeks.Count, Validated, Failed, BackedOut);

    public IEnumerable<(int Y, string Word)> Grid => Enumerable.Range(0, Gridlines + 1).Select(line =>
        (Bottom - (line * Height / Gridlines), (line * Top / Gridlines).ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<(string Class, int X, string Y, string Height)> Bars => weeks.SelectMany((week, place) =>
    {
        var below = 0;
        return ((string Class, int Number)[])[("fill-live", week.Validated), ("fill-bad", week.Failed), ("fill-note", week.BackedOut)]
            is var parts
            ? parts.Where(part => part.Number > 0).Select(part =>
            {
                below += part.Number;
                return (part.Class, Left + (place * Step), Units(Bottom - (below * Unit)), Units(part.Number * Unit));
            }).ToList()
            : [];
    });

    /// <summary>Every other one, by its number in the year.</summary>
    public IEnumerable<(int X, string Word)> Weeks => weeks.Index().Where(week => week.Index % 2 == 1).Select(week =>
        (Left + (week.Index * Step) + 7, Sentence.Of(AppWords.WeekNumber, ISOWeek.GetWeekOfYear(week.Item.Begins.UtcDateTime.AddDays(3)))));

    // A number that divides well into the lines.
    private int Top => Math.Max(Gridlines, (weeks.Select(week => week.Total).DefaultIfEmpty().Max() + Gridlines - 1) / Gridlines * Gridlines);

    private double Unit => (double)Height / Top;

    private static string Units(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
