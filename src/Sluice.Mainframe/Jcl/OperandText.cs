namespace Sluice.Mainframe.Jcl;

/// <summary>
/// The operand field while its lines are put together. It ends at the first blank that is not within apostrophes; what follows
/// is comment. Source: z/OS MVS JCL Reference, chapter "Format of statements", continuing statements.
/// </summary>
internal sealed class OperandText
{
    /// <summary>
    /// More is not kept: no statement that runs is longer, and a continuation without end must not fill the memory.
    /// </summary>
    public const int Longest = 8192;

    private static readonly string Blanks = new(' ', Columns.Continuation);

    private readonly List<Stretch> stretches = [];
    private char[] text = new char[256];
    private int length;
    private int padding;
    private char last;

    /// <summary>Within apostrophes at the end of what was read.</summary>
    public bool IsQuoted { get; private set; }

    public Place OpenQuote { get; private set; }

    public bool IsFull { get; private set; }

    public bool EndsWithComma => last == ',' && !IsQuoted;

    public void Clear()
    {
        stretches.Clear();
        (length, padding, last, IsQuoted, IsFull) = (0, 0, '\0', false, false);
    }

    /// <summary>Takes the part of the field that is on one line.</summary>
    /// <param name="from">Where on the line it begins, from 0.</param>
    public void Add(ReadOnlySpan<char> code, int from, int line)
    {
        // Blanks at the end of the line before are part of a string that goes on here.
        if (IsQuoted)
            Keep(Blanks.AsSpan(0, padding));
        var at = from;
        for (; at < code.Length && (IsQuoted || code[at] != ' '); at++)
            if (code[at] == '\'')
            {
                IsQuoted = !IsQuoted;
                OpenQuote = new(line, at + 1);
            }
        if (at == from)
            return;
        Keep(code[from..at], new(line, from + 1));
        last = code[at - 1];
        padding = Columns.Continuation - code.Length;
    }

    /// <summary>Takes all of the line's words, one blank between this line and those before: an IF condition.</summary>
    public void AddWords(ReadOnlySpan<char> code, int from, int line)
    {
        if (length > 0)
            Keep(" ");
        Keep(code[from..].TrimEnd(), new(line, from + 1));
    }

    public string ToField() => length == 0 ? "" : new(text, 0, length);

    public Stretch[] ToStretches() => [.. stretches];

    private void Keep(ReadOnlySpan<char> part, Place? at = null)
    {
        IsFull |= length + part.Length > Longest;
        if (IsFull)
            return;
        if (at is { } place)
            stretches.Add(new(length, place));
        if (length + part.Length > text.Length)
            Array.Resize(ref text, Math.Min(Longest, 2 * (length + part.Length)));
        part.CopyTo(text.AsSpan(length));
        length += part.Length;
    }
}

/// <summary>A part of the operand field that stands on one line.</summary>
/// <param name="Offset">Of its first character within the field.</param>
internal readonly record struct Stretch(int Offset, Place At);
