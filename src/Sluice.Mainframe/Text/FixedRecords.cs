using System.Buffers;

namespace Sluice.Mainframe.Text;

/// <summary>
/// Records of RECFM F and FB that came without line ends: nothing is between them, so their length must be guessed, and is only
/// where it is certain. Sources have 80 bytes, as cards did. Printed output has 133 or 121: a print control character of ISO/ANSI
/// before each line of 132 or 120 (z/OS DFSMS Using Data Sets, appendix "Control Characters").
/// </summary>
internal static class FixedRecords
{
    private const int Card = 80;
    private const int FewestPrinted = 4;
    private const int LongestLine = 1024;

    private static readonly SearchValues<byte> Numbers = SearchValues.Create(" 0123456789"u8);

    private static ReadOnlySpan<int> Printed => [133, 121];

    /// <param name="written">Without what pads it.</param>
    /// <param name="received">How many bytes there were with that.</param>
    /// <returns>0 when these are no such records.</returns>
    public static int Length(ReadOnlySpan<byte> written, int received, CharacterSet set)
    {
        if (set.IsUtf8 || written.IsEmpty)
            return 0;
        var lineEnds = set.IsEbcdic ? CountLineEnds(written) : written.ContainsAny((byte)'\n', (byte)'\r') ? int.MaxValue : 0;
        if (lineEnds == 0)
            foreach (var length in Printed)
                if (Fits(written.Length, received, length) && IsPrinted(written, length, set))
                    return length;
        // Bytes that elsewhere end a line may stand in a literal.
        var isSource = set.IsEbcdic ? lineEnds <= written.Length / Card / 4 : lineEnds == 0 && IsNumbered(written);
        return isSource && Fits(written.Length, received, Card) ? Card : 0;
    }

    /// <summary>Of EBCDIC: data has such bytes by chance, but not every few dozen.</summary>
    public static bool HasLineEnds(ReadOnlySpan<byte> content) => (long)CountLineEnds(content) * LongestLine >= content.Length;

    public static Line[] Of(int content, int length)
    {
        var records = new Line[(int)(((long)content + length - 1) / length)];
        for (var number = 0; number < records.Length; number++)
            records[number] = new(number * length, Math.Min(length, content - (number * length)));
        return records;
    }

    private static bool Fits(int written, int received, int length) => written % length == 0 || received % length == 0;

    private static int CountLineEnds(ReadOnlySpan<byte> content) =>
        content.Count(CodePage.NextLine) + content.Count(CodePage.LineFeed) + content.Count(CodePage.CarriageReturn);

    private static bool IsPrinted(ReadOnlySpan<byte> content, int length, CharacterSet set)
    {
        var (records, pages) = (0, 0);
        for (var start = 0; start < content.Length; start += length, records++)
        {
            var control = set.One(content[start]);
            if (control is not (' ' or '0' or '-' or '+' or '1'))
                return false;
            if (control == '1')
                pages++;
        }
        return records >= FewestPrinted && pages > 0;
    }

    // Text on this side of a transfer that is one long line is more likely than records of 80 bytes, unless these show: sequence
    // numbers or nothing at their ends.
    private static bool IsNumbered(ReadOnlySpan<byte> content)
    {
        var (records, numbered) = (0, 0);
        for (var end = Card; end <= content.Length; end += Card, records++)
            if (!content[(end - 4)..end].ContainsAnyExcept(Numbers))
                numbered++;
        return records > 1 && 4 * numbered >= 3 * records;
    }
}
