namespace Sluice.Mainframe.Text;

/// <summary>
/// A statement joined from pieces of lines, which knows where in the member each of its characters stands. One serves a whole
/// member: <see cref="Clear"/> it and fill it again.
/// </summary>
/// <param name="longest">In characters; what does not fit is left out, and <see cref="IsCut"/> then says so.</param>
internal class StatementText(int longest)
{
    // What is looked at to show a statement: blanks in plenty must not make each of its references read it all.
    private const int MostShown = 1_000;
    private const int FarOff = 100;
    private const int Beginning = 40;
    private const string Left = " ... ";

    private readonly List<(int Offset, int Line, int Column)> pieces = [];
    private char[] text = new char[256];
    private (int Start, int End, string Shown)? lastShown;

    public int Length { get; private set; }

    public bool IsCut { get; private set; }

    public ReadOnlySpan<char> Span => text.AsSpan(0, Length);

    public void Clear()
    {
        pieces.Clear();
        (Length, IsCut, lastShown) = (0, false, null);
    }

    /// <summary>Goes on with another line: a line end stands between it and what is there already.</summary>
    public void Add(ReadOnlySpan<char> piece, int line, int column)
    {
        if (Length > 0)
            Continue("\n", line, column);
        Continue(piece, line, column);
    }

    /// <summary>Goes on where the statement ends, in the middle of a word if need be.</summary>
    public void Continue(ReadOnlySpan<char> piece, int line, int column)
    {
        if (piece.Length > longest - Length)
        {
            IsCut = true;
            piece = piece[..Math.Max(0, longest - Length)];
        }
        if (piece.IsEmpty)
            return;
        if (text.Length - Length < piece.Length)
            Array.Resize(ref text, Math.Max(Length + piece.Length, text.Length * 2));
        pieces.Add((Length, line, column));
        piece.CopyTo(text.AsSpan(Length));
        Length += piece.Length;
    }

    public Place At(int offset)
    {
        int low = 0, high = pieces.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = pieces[middle].Offset <= offset ? (middle, high) : (low, middle - 1);
        }
        return pieces.Count == 0 ? new(1, 1) : new(pieces[low].Line, pieces[low].Column + offset - pieces[low].Offset);
    }

    /// <summary>The statement that begins at <paramref name="start"/>, on one line and short enough for a reference.</summary>
    /// <param name="shown">Must be seen in it; what stands far before it is left out.</param>
    public string OneLine(int start, int end, int shown)
    {
        if (shown - start > FarOff)
            return string.Concat(
                Squeezed(start, shown, Beginning), Left,
                Squeezed(shown, end, Reference.LongestText - Beginning - Left.Length));
        if (lastShown is { } last && last.Start == start && last.End == end)
            return last.Shown;
        var text = Squeezed(start, end, Reference.LongestText);
        lastShown = (start, end, text);
        return text;
    }

    private string Squeezed(int start, int end, int most)
    {
        Span<char> line = stackalloc char[most];
        var length = 0;
        foreach (var character in text.AsSpan(start, Math.Clamp(Math.Min(end, Length) - start, 0, MostShown)))
        {
            if (length == most)
                break;
            if (!char.IsWhiteSpace(character))
                line[length++] = character;
            else if (length > 0 && line[length - 1] != ' ')
                line[length++] = ' ';
        }
        return line[..length].TrimEnd(' ').ToString();
    }
}
