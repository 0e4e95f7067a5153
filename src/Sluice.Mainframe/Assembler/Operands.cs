namespace Sluice.Mainframe.Assembler;

/// <summary>One operand of a statement or one item of a sublist.</summary>
/// <param name="start">In the text that was split.</param>
internal readonly ref struct Operand(ReadOnlySpan<char> text, int start)
{
    public int Start { get; } = start;

    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>What stands before the equals sign of <c>NAME=PAYROLL</c>; empty of a positional operand.</summary>
    public ReadOnlySpan<char> Keyword => Text[..Math.Max(EqualsSign, 0)];

    public ReadOnlySpan<char> Value => Text[(EqualsSign + 1)..];

    public int ValueStart => Start + EqualsSign + 1;

    // Only a name can be a keyword: an equals sign behind anything else is part of a literal or of a relation.
    private int EqualsSign => Text.IndexOfAny("='( &") is >= 0 and var sign && Text[sign] == '=' ? sign : -1;

    public bool Is(ReadOnlySpan<char> keyword) => Keyword.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Splits operands at the commas that are in no literal and in no parentheses.</summary>
/// <remarks>HLASM Language Reference, chapter "How to write macro calls", "Operand entries" and "Sublists in operands".</remarks>
internal ref struct Operands
{
    private readonly ReadOnlySpan<char> text;
    private readonly int offset;
    private int next;

    private Operands(ReadOnlySpan<char> text, int offset)
    {
        this.text = text;
        this.offset = offset;
    }

    /// <param name="offset">Added to every <see cref="Operand.Start"/>.</param>
    public static Operands Of(ReadOnlySpan<char> text, int offset = 0) => new(text, offset);

    /// <summary>The items of <c>(A,B,(C,D))</c>; of a value without parentheses that value.</summary>
    public static Operands OfList(ReadOnlySpan<char> value, int offset) =>
        value is ['(', ..] ? new(value[^1] == ')' ? value[1..^1] : value[1..], offset + 1) : new(value, offset);

    public Operand Current { get; private set; }

    public readonly Operands GetEnumerator() => this;

    public bool MoveNext()
    {
        if (next > text.Length || text.IsEmpty)
            return false;
        var depth = 0;
        var inLiteral = false;
        var end = next;
        for (; end < text.Length; end++)
        {
            var character = text[end];
            if (character == '\'')
                inLiteral = !inLiteral && !Apostrophe.IsOfAttribute(text, end);
            else if (inLiteral)
                continue;
            else if (character == '(')
                depth++;
            else if (character == ')')
                depth--;
            else if (character == ',' && depth <= 0)
                break;
        }
        Current = new(text[next..end], offset + next);
        next = end + 1;
        return true;
    }

    /// <summary>The value of the keyword, wherever among the operands it is.</summary>
    public static bool Find(ReadOnlySpan<char> operands, ReadOnlySpan<char> keyword, out Operand found)
    {
        foreach (var operand in Of(operands))
            if (operand.Is(keyword))
            {
                found = operand;
                return true;
            }
        found = default;
        return false;
    }
}
