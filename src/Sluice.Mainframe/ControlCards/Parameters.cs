namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// The parameters of a command, one after the other: positional ones, keywords, and keywords with a value or sublist in
/// parentheses, which is read by other <see cref="Parameters"/>. Blanks may stand before the parenthesis. Source: DFSMS Access
/// Method Services Commands, chapter "Introduction to access method services"; TSO/E Command Reference, "TSO/E command syntax".
/// </summary>
internal ref struct Parameters(ReadOnlySpan<char> text, int start, int end)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at = start;

    public Parameters(CardStatement command) : this(command.Span, 0, command.Length)
    {
    }

    public int WordStart { get; private set; }

    /// <summary>Where the word ends; where it begins when there is but a list in parentheses.</summary>
    public int WordEnd { get; private set; }

    /// <summary>The first character within the parentheses.</summary>
    public int ValueStart { get; private set; }

    public int ValueEnd { get; private set; }

    public bool HasValue { get; private set; }

    /// <summary>The parenthesis was not closed; its value is all that follows.</summary>
    public bool IsOpen { get; private set; }

    public readonly ReadOnlySpan<char> Word => text[WordStart..WordEnd];

    /// <summary>Where the next parameter may begin.</summary>
    public readonly int Position => at;

    public readonly Parameters Value => new(text, ValueStart, ValueEnd);

    public bool Next()
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is ',' or ')'))
            at++;
        if (at >= end)
            return false;
        WordStart = at;
        while (at < end && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or '(' or ')'))
            at = text[at] == '\'' ? AfterQuote(at) : at + 1;
        WordEnd = at;
        Parenthesis();
        return true;
    }

    /// <param name="least">How many letters of the keyword tell it from all others.</param>
    public readonly bool Is(string full, int least) => Word.Length >= least
        && full.AsSpan().StartsWith(Word, StringComparison.OrdinalIgnoreCase);

    public readonly bool Is(string word) => Word.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>One value after a keyword, without the blanks around it.</summary>
    public readonly (int Start, int End) Single()
    {
        var (start, end) = (ValueStart, ValueEnd);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (start, end);
    }

    private void Parenthesis()
    {
        (HasValue, IsOpen, ValueStart, ValueEnd) = (false, false, at, at);
        var open = at;
        while (open < end && char.IsWhiteSpace(text[open]))
            open++;
        if (open >= end || text[open] != '(')
            return;
        HasValue = true;
        ValueStart = open + 1;
        var depth = 1;
        for (at = ValueStart; at < end; at++)
            if (text[at] == '\'')
                at = AfterQuote(at) - 1;
            else if (text[at] == '(')
                depth++;
            else if (text[at] == ')' && --depth == 0)
                break;
        IsOpen = at >= end;
        at = Math.Min(at, end);
        ValueEnd = at;
        if (!IsOpen)
            at++;
    }

    /// <summary>An apostrophe that is not closed stands for itself.</summary>
    private readonly int AfterQuote(int quote)
    {
        var length = text[(quote + 1)..end].IndexOf('\'');
        return length < 0 ? quote + 1 : quote + length + 2;
    }
}
