namespace Sluice.Fuzz.Making;

/// <summary>Damage that knows nothing of lines: bits turned over, pieces lost, doubled and replaced by noise.</summary>
internal static class ByteChanges
{
    private const int Longest = 64;

    // Blanks, line ends and what else decides how bytes are read, on either side of a transfer.
    private static readonly byte[] Telling = [0, 0x0a, 0x0d, 0x15, 0x1a, 0x20, 0x25, 0x27, 0x40, 0x7d, 0x7f, 0x85, 0xff, 0x0e, 0x0f, 0x09];

    public static byte[] Spoil(byte[] content, Chance chance)
    {
        if (content.Length == 0)
            return content;
        var at = chance.Below(content.Length);
        var length = Math.Min(chance.Between(1, Longest), content.Length - at);
        switch (chance.Below(8))
        {
            case 0:
                return content[..at];
            case 1:
                return [.. content.AsSpan(0, at), .. content.AsSpan(at + length)];
            case 2:
                return [.. content.AsSpan(0, at + length), .. content.AsSpan(at)];
            case 3:
                Noise(content.AsSpan(at, length), chance);
                return content;
            case 4 or 5:
                content[at] = chance.Of(Telling);
                return content;
            default:
                for (var times = chance.Between(1, 4); times > 0; times--)
                    content[chance.Below(content.Length)] ^= (byte)(1 << chance.Below(8));
                return content;
        }
    }

    public static void Noise(Span<byte> content, Chance chance)
    {
        foreach (ref var value in content)
            value = (byte)chance.Below(256);
    }

    /// <summary>From one place to another over and over, until it has that size.</summary>
    public static byte[] Grown(byte[] content, int size, Chance chance)
    {
        var (start, end) = chance.OneIn(2) ? (0, content.Length) : (chance.Below(content.Length), content.Length);
        if (end - start > 1 && chance.OneIn(2))
            end = chance.Between(start + 1, end);
        if (start >= end)
            return content;
        var piece = content.AsSpan(start, end - start);
        var times = Math.Max(1, (size - content.Length) / piece.Length);
        var grown = new byte[content.Length + (times * piece.Length)];
        content.AsSpan(0, end).CopyTo(grown);
        for (var time = 0; time < times; time++)
            piece.CopyTo(grown.AsSpan(end + (time * piece.Length)));
        content.AsSpan(end).CopyTo(grown.AsSpan(end + (times * piece.Length)));
        return grown;
    }
}
