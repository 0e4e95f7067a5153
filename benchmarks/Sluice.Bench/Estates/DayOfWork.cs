using System.Buffers;
using System.Text;

namespace Sluice.Bench.Estates;

/// <summary>What somebody does to a member who maintains it.</summary>
internal static class DayOfWork
{
    private const int Indicator = 6;
    private static readonly SearchValues<char> Numbers = SearchValues.Create(" 0123456789");

    public static bool CanEdit(EstateMember member) =>
        member is { Flaw: Flaw.None, IsEbcdic: false }
        && member.Kind is SourceKind.Cobol or SourceKind.Copybook or SourceKind.Job or SourceKind.Proc;

    /// <summary>
    /// Puts another remark in the place of one, or before everything where there is none. What refers to what stays as it was,
    /// but nobody knows before reading the member again.
    /// </summary>
    public static void Edit(string path, Dice dice, int day)
    {
        var lines = Encoding.ASCII.GetString(File.ReadAllBytes(path)).Split('\n').ToList();
        var remarks = Enumerable.Range(0, lines.Count).Where(at => IsRemark(lines[at])).ToList();
        if (remarks.Count == 0)
            lines.Insert(0, "");
        var line = remarks.Count > 0 ? dice.Of(remarks) : 0;
        var sign = IsJcl(lines[line]) ? "//*" : "      *";
        lines[line] = $"{sign} DAY {day}: {dice.Of(Terms.Remarks)}{(lines[line].EndsWith('\r') ? "\r" : "")}";
        File.WriteAllBytes(path, Encoding.ASCII.GetBytes(string.Join('\n', lines)));
    }

    // Of COBOL, with a number or blanks before the asterisk. Jobs and procedures have remarks always.
    private static bool IsRemark(string line) =>
        line.StartsWith("//*", StringComparison.Ordinal)
        || (line.Length > Indicator && line[Indicator] == '*' && !line.AsSpan(0, Indicator).ContainsAnyExcept(Numbers));

    private static bool IsJcl(string line) => line.StartsWith("//", StringComparison.Ordinal);
}
