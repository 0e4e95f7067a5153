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
    private const string Dangerous = "=+-@\t\r\n";

    /// <summary>
    /// With an apostrophe in front if a spreadsheet would otherwise compute it: what somebody typed into a title runs on nobody's
    /// machine. Whoever reads the file with a program takes the apostrophe away where one of those characters follows it.
    /// </summary>
    public static string Safe(string? text) =>
        text is { Length: > 0 } && Dangerous.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text ?? "";

    /// <summary>ISO 8601, in UTC, to the second.</summary>
    public static string? Of(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Of<T>(T? value) where T : struct, Enum => value is { } given ? Wire.Words(given) : null;

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of<T>(IEnumerable<T> items) => string.Join(", ", items);
}
