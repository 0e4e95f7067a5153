using System.Globalization;
using Sluice.Kernel.Http;

namespace Sluice.Web.Csv;

/// <summary>One column of a list as CSV.</summary>
/// <param name="Word">What it is called, in the words of the pages.</param>
internal sealed record Column<T>(string Word, Func<T, string?> Text);

/// <summary>How values are written into a cell: for spreadsheets and scripts alike, and the same wherever the viewer sits.</summary>
internal static class Cell
{
    // What a spreadsheet takes for the beginning of a formula, or skips before it looks for one.
    private const string BeginsFormula = "=+-@\t\r\n";

    /// <summary>
    /// With an apostrophe in front if a spreadsheet would otherwise compute it: what somebody typed into a title runs on nobody's
    /// machine. One that begins with apostrophes and such a character gets another, so that it reads back as it was.
    /// </summary>
    public static string Safe(string? text) => IsFormula(text) ? "'" + text : text ?? "";

    /// <summary>What <see cref="Safe"/> has written.</summary>
    public static string Read(string cell) => cell is ['\'', .. var rest] && IsFormula(rest) ? rest : cell;

    private static bool IsFormula(string? text) =>
        text?.TrimStart('\'') is [var first, ..] && BeginsFormula.Contains(first, StringComparison.Ordinal);

    /// <summary>ISO 8601, in UTC, to the second.</summary>
    public static string? Of(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Of<T>(T? value) where T : struct, Enum => value is { } given ? Wire.Words(given) : null;

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of<T>(IEnumerable<T> items) => string.Join(", ", items);
}
