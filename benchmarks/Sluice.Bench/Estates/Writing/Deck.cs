using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Sluice.Bench.Estates.Writing;

/// <summary>The cards of one member. It is used again for the next, so that millions of lines allocate nothing.</summary>
internal sealed class Deck
{
    private const int Code = 72;
    private const int Card = 80;
    private byte[] text = new byte[1 << 20];
    private int length;
    private int start;

    public int Lines { get; private set; }

    /// <summary>Where numbers stand: <see cref="Numbering"/>.</summary>
    public Numbering Numbers { get; private set; }

    /// <summary>CR and LF between lines, as a workstation has them.</summary>
    public bool IsCrLf { get; private set; }

    /// <summary>Bytes until now.</summary>
    public int Length => length;

    public ReadOnlySpan<byte> Content => text.AsSpan(0, length);

    public void Begin(Numbering numbers, bool isCrLf) =>
        (length, start, Lines, Numbers, IsCrLf) = (0, 0, 0, numbers, isCrLf);

    /// <summary>One card, or as many as the text has lines.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref CardText card) => End();

    internal void Append(ReadOnlySpan<char> some)
    {
        while (some.IndexOf('\n') is >= 0 and var end)
        {
            Append(some[..end]);
            End();
            some = some[(end + 1)..];
        }
        Reserve(some.Length);
        length += Encoding.ASCII.GetBytes(some, text.AsSpan(length));
    }

    internal void Append(int number, ReadOnlySpan<char> format)
    {
        Reserve(16);
        number.TryFormat(text.AsSpan(length), out var written, format, CultureInfo.InvariantCulture);
        length += written;
    }

    internal void PadTo(int end)
    {
        if (end <= length)
            return;
        Reserve(end - length);
        text.AsSpan(length, end - length).Fill((byte)' ');
        length = end;
    }

    private void End()
    {
        Reserve(Card + 2);
        Lines++;
        if (length - start <= Code)
            Number();
        if (IsCrLf)
            text[length++] = (byte)'\r';
        text[length++] = (byte)'\n';
        start = length;
    }

    private void Number()
    {
        if (Numbers is Numbering.Left or Numbering.Both)
        {
            PadTo(start + 6);
            (Lines % 10_000 * 100).TryFormat(text.AsSpan(start), out _, "D6", CultureInfo.InvariantCulture);
        }
        if (Numbers is Numbering.None or Numbering.Left)
            return;
        PadTo(start + (Numbers is Numbering.Padded ? Card : Code));
        if (Numbers is Numbering.Right or Numbering.Both)
            Append(Lines % 1_000_000 * 100, "D8");
    }

    private void Reserve(int more)
    {
        if (length + more + Card > text.Length)
            Array.Resize(ref text, 2 * (text.Length + more));
    }
}
