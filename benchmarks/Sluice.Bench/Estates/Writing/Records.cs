using System.Text;

namespace Sluice.Bench.Estates.Writing;

/// <summary>As a binary transfer brings a library's members: records of 80 bytes in EBCDIC, nothing between them.</summary>
internal static class Records
{
    private const int Card = 80;
    private static readonly Encoding[] CodePages = [.. Known()];

    public static byte[] Of(ReadOnlySpan<byte> text, Dice dice)
    {
        var page = dice.Of(CodePages);
        var records = new byte[Card * (text.Count((byte)'\n') + 1)];
        var at = 0;
        foreach (var line in text.TrimEnd((byte)'\n').Split((byte)'\n'))
        {
            var card = Encoding.ASCII.GetString(text[line]).PadRight(Card)[..Card];
            at += page.GetBytes(card, records.AsSpan(at));
        }
        return records[..at];
    }

    private static IEnumerable<Encoding> Known()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ((string[])["IBM037", "IBM01047", "IBM01140", "IBM273"]).Select(Encoding.GetEncoding);
    }
}
