using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Pli;

/// <summary>Which columns of a line are program text.</summary>
/// <remarks>
/// Enterprise PL/I for z/OS Programming Guide, chapter "Using compiler options and facilities", option MARGINS: columns 2 to 72
/// unless the option, here on a *PROCESS statement, says otherwise. Column 1 may hold a control character of the listing; where
/// it holds text nevertheless, that is read, because the option may be given to the compiler outside of the source.
/// </remarks>
internal readonly record struct Margins(int Left, int Right)
{
    private const int DefaultRight = 72;
    private const int Card = 80;
    private const int Enough = 400;

    public static Margins Of(SourceText source)
    {
        var right = DefaultRight;
        for (var number = 1; number <= source.Count && number <= Enough; number++)
        {
            var line = source[number];
            if (IsProcess(line) && Said(line) is { } said)
                return said;
            // Longer than a card: there are no sequence numbers that would have to be kept out.
            if (line.Length > Card)
                right = int.MaxValue;
        }
        return new(0, right);
    }

    /// <summary>From and until which column, that one left out.</summary>
    public (int From, int Until) On(ReadOnlySpan<char> line)
    {
        var from = Left > 0 ? Left : line is [' ' or '0' or '1' or '-' or '+', ..] ? 2 : 1;
        return (from, line.Length < Right ? line.Length + 1 : Right + 1);
    }

    public static bool IsProcess(ReadOnlySpan<char> line) => line is ['*' or '%', ..]
        && line[1..] is var rest && rest.StartsWith("PROCESS", StringComparison.OrdinalIgnoreCase)
        && (rest.Length == "PROCESS".Length || rest["PROCESS".Length] is ' ' or ';');

    private static Margins? Said(ReadOnlySpan<char> process)
    {
        var option = process.IndexOf("MAR", StringComparison.OrdinalIgnoreCase);
        if (option < 0 || process[option..].IndexOf('(') is not (> 0 and var open))
            return null;
        var values = process[(option + open + 1)..];
        if (values.IndexOf(')') is > 0 and var close)
            values = values[..close];
        Span<Range> parts = stackalloc Range[4];
        var count = values.Split(parts, ',');
        return count > 1 && int.TryParse(values[parts[0]], out var left) && int.TryParse(values[parts[1]], out var right)
            && left is > 0 and < 100 && right >= left ? new(left, right) : null;
    }
}
