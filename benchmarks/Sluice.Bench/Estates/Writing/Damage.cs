namespace Sluice.Bench.Estates.Writing;

/// <summary>Makes of a sound member one that is not.</summary>
internal static class Damage
{
    public static ReadOnlySpan<byte> Truncated(ReadOnlySpan<byte> text, Dice dice) => text[..(1 + dice.Below(text.Length - 1))];

    public static byte[] Binary(ReadOnlySpan<byte> text, Dice dice)
    {
        var bytes = new byte[Math.Min(text.Length, 1 << 20)];
        dice.Fill(bytes);
        return bytes;
    }

    /// <returns>Null of what has no literal.</returns>
    public static byte[]? Unclosed(ReadOnlySpan<byte> text, Dice dice)
    {
        if (!text.Contains((byte)'\''))
            return null;
        var copy = text.ToArray();
        var from = dice.Below(copy.Length);
        var after = copy.AsSpan(from).IndexOf((byte)'\'');
        var quote = after >= 0 ? from + after : copy.AsSpan().LastIndexOf((byte)'\'');
        copy[quote] = (byte)' ';
        return copy;
    }
}
