using System.Buffers.Binary;
using System.Text;

namespace Sluice.Fuzz.Making;

/// <summary>How lines come as bytes: with line ends or as records, as text of this side or in EBCDIC.</summary>
internal static class Form
{
    private const int Card = 80;
    private const int Printed = 133;
    private const int LongestRecord = 32_756;
    private const int LongestBlock = 32_760;

    private static readonly byte[][] Pages = [.. ((int[])[1047, 37, 1140, 20273]).Select(Page)];

    public static byte[] Of(List<string> lines, Chance chance)
    {
        var content = chance.Below(24) switch
        {
            0 => Encoding.Latin1.GetBytes(string.Join("\r\n", lines)),
            1 => Encoding.Latin1.GetBytes(string.Join('\r', lines)),
            2 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join('\n', lines))],
            3 => Wide(lines, chance),
            4 => Encoding.Latin1.GetBytes(string.Join('\u0085', lines)),
            5 => Records(Encoding.Latin1.GetBytes, lines, Card, (byte)' '),
            6 => Ebcdic(lines, chance),
            7 => Ebcdic(lines, chance),
            _ => Encoding.Latin1.GetBytes(string.Join('\n', lines) + '\n'),
        };
        // What fills up the last block.
        return chance.OneIn(32) ? [.. content, .. Enumerable.Repeat(chance.OneIn(2) ? (byte)0 : (byte)0x1a, chance.Between(1, 200))] : content;
    }

    private static byte[] Ebcdic(List<string> lines, Chance chance)
    {
        var page = chance.Of(Pages);
        return chance.Below(6) switch
        {
            0 => InPage(page, string.Join('\u0085', lines)),
            1 => InPage(page, string.Join('\n', lines)),
            2 => Described(page, lines, blocked: false),
            3 => Described(page, lines, blocked: true),
            4 => Records(line => InPage(page, line), [.. lines.Select((line, at) => (at % 60 == 0 ? "1" : " ") + line)], Printed, page[' ']),
            _ => Records(line => InPage(page, line), lines, Card, page[' ']),
        };
    }

    // Not text as far as the readers know; nor may it upset them.
    private static byte[] Wide(List<string> lines, Chance chance)
    {
        var encoding = chance.OneIn(2) ? Encoding.Unicode : Encoding.BigEndianUnicode;
        return [.. encoding.Preamble, .. encoding.GetBytes(string.Join('\n', lines))];
    }

    private static byte[] Records(Func<string, byte[]> encoded, List<string> lines, int length, byte blank)
    {
        var content = new byte[lines.Count * length];
        content.AsSpan().Fill(blank);
        for (var number = 0; number < lines.Count; number++)
            encoded(lines[number].Length > length ? lines[number][..length] : lines[number]).CopyTo(content, number * length);
        return content;
    }

    /// <summary>Each record with its descriptor, and with those of blocks if they have any.</summary>
    private static byte[] Described(byte[] page, List<string> lines, bool blocked)
    {
        var content = new List<byte>();
        var block = new List<byte>();
        foreach (var line in lines)
        {
            var record = InPage(page, line.Length > LongestRecord - 8 ? line[..(LongestRecord - 8)] : line);
            if (blocked && block.Count + record.Length + 8 > LongestBlock)
                End();
            block.AddRange(Descriptor(record.Length));
            block.AddRange(record);
        }
        End();
        return [.. content];

        void End()
        {
            if (blocked)
                content.AddRange(Descriptor(block.Count));
            content.AddRange(block);
            block.Clear();
        }
    }

    private static byte[] Descriptor(int length)
    {
        var descriptor = new byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(descriptor, (ushort)Math.Min(ushort.MaxValue, length + 4));
        return descriptor;
    }

    private static byte[] InPage(byte[] page, string text)
    {
        var content = new byte[text.Length];
        for (var at = 0; at < text.Length; at++)
            content[at] = page[(byte)text[at]];
        return content;
    }

    private static byte[] Page(int number)
    {
        var page = CodePagesEncodingProvider.Instance.GetEncoding(number)!
            .GetBytes([.. Enumerable.Range(0, 256).Select(value => (char)value)]);
        page['\n'] = 0x25;
        page[0x85] = 0x15;
        return page;
    }
}
