namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// The operands of a utility statement, one after the other: <c>KEY=VALUE</c>, <c>KEY=(LIST)</c>, <c>KEY(LIST)</c>, <c>KEY</c>.
/// The items of a list are operands again; one that is a list itself has an empty key.
/// </summary>
internal ref struct Operands(ReadOnlySpan<char> text, int start, int end)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at = start;

    public int KeyStart { get; private set; }

    public int KeyEnd { get; private set; }

    /// <summary>Without the parentheses of a list.</summary>
    public int ValueStart { get; private set; }

    public int ValueEnd { get; private set; }

    public readonly ReadOnlySpan<char> Key => text[KeyStart..KeyEnd];

    public readonly bool HasValue => ValueEnd > ValueStart;

    /// <summary>The items of the value, also when it is but one.</summary>
    public readonly Operands Items => new(text, ValueStart, ValueEnd);

    public readonly bool Is(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    public bool Next()
    {
        while (at < end && text[at] is ',' or ';' or ')' or ' ')
            at++;
        if (at >= end)
            return false;
        KeyStart = at;
        while (at < end && text[at] is not (',' or ';' or '=' or '(' or ')'))
            at = text[at] == '\'' ? AfterQuote(at) : at + 1;
        (KeyEnd, ValueStart, ValueEnd) = (at, at, at);
        if (at < end && text[at] == '=')
            ValueStart = ValueEnd = ++at;
        if (at < end && text[at] == '(')
        {
            ValueStart = at + 1;
            ValueEnd = at = Close(at);
            at = Math.Min(at + 1, end);
        }
        else if (ValueStart > KeyEnd)
        {
            while (at < end && text[at] is not (',' or ';'))
                at = text[at] == '(' ? Math.Min(Close(at) + 1, end) : text[at] == '\'' ? AfterQuote(at) : at + 1;
            ValueEnd = at;
        }
        return true;
    }

    /// <summary>Positional operands: what stands before the next comma, or nothing where it is left out.</summary>
    public (int Start, int End) Field()
    {
        var from = at;
        while (at < end && text[at] != ',')
            at++;
        var to = at;
        at = Math.Min(at + 1, end);
        while (from < to && text[from] is '(' or '\'' or ' ')
            from++;
        while (to > from && text[to - 1] is ')' or '\'' or ' ')
            to--;
        return (from, to);
    }

    private readonly int Close(int open)
    {
        var depth = 0;
        for (var next = open; next < end; next++)
            if (text[next] == '\'')
                next = AfterQuote(next) - 1;
            else if (text[next] == '(')
                depth++;
            else if (text[next] == ')' && --depth == 0)
                return next;
        return end;
    }

    /// <summary>An apostrophe that is not closed stands for itself.</summary>
    private readonly int AfterQuote(int quote)
    {
        var length = text[(quote + 1)..end].IndexOf('\'');
        return length < 0 ? quote + 1 : quote + length + 2;
    }
}
