using System.Globalization;
using System.Text.RegularExpressions;
using Sluice.Bench.Floor;

namespace Sluice.Bench.Seeding;

/// <summary>What tells one record's rows from another's.</summary>
/// <param name="Title">Of the change; empty when it is to stay.</param>
/// <param name="Sha256">Of its one artefact; empty when it is to stay.</param>
internal sealed record Marks(string Tenant, int? Change, int? Release, string Title = "", string Sha256 = "");

/// <summary>Makes texts with holes of the texts of a real record.</summary>
internal static partial class RowTemplate
{
    /// <param name="uuid">From an id to one with a hole.</param>
    public static string Holed(string text, string column, Marks marks, Func<string, string> uuid)
    {
        if (column == "number" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (number == marks.Change || number == marks.Release))
            return HoledText.Number.ToString();
        text = Uuid().Replace(text, id => id.Value.Equals(marks.Tenant, StringComparison.OrdinalIgnoreCase) ? id.Value : uuid(id.Value));
        text = Reference().Replace(text, reference => Holed(reference, marks));
        if (marks.Title.Length > 0)
            text = text.Replace(marks.Title, HoledText.Title.ToString(), StringComparison.Ordinal)
                .Replace(marks.Title.ToLowerInvariant(), HoledText.TitleFolded.ToString(), StringComparison.Ordinal);
        return marks.Sha256.Length > 0 ? text.Replace(marks.Sha256, HoledText.Sha256.ToString(), StringComparison.Ordinal) : text;
    }

    /// <summary>An id that keeps its first half, so that ids stay in the order in which they were made.</summary>
    public static string WithHole(string id, char hole) => id[..24] + hole;

    public static IEnumerable<string> References(string text) => Reference().Matches(text).Select(reference => reference.Value);

    private static string Holed(Match reference, Marks marks)
    {
        var (kind, number) = (reference.Groups[1].Value, int.Parse(reference.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        return number == (kind == "CHG" ? marks.Change : marks.Release) ? $"{kind}-{HoledText.Number}" : reference.Value;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\b(CHG|REL)-(\d{1,9})\b")]
    private static partial Regex Reference();
}
