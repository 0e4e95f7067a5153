using System.Buffers;

namespace Sluice.Mainframe.Commands;

/// <summary>
/// The words of a command of the form <c>VERB KEYWORD(value) KEYWORD(value)</c>, as DFHCSDUP, MQSC, TSO commands and the batch
/// loader of IBM Workload Scheduler know it. Blanks and commas separate, and may stand before a parenthesis.
/// </summary>
/// <param name="quoted">Whether apostrophes enclose text; where they do not, they are characters like others.</param>
internal ref struct Keywords(ReadOnlySpan<char> text, bool quoted)
{
    private const string Blanks = " \n";
    private static readonly SearchValues<char> EndOfWord = SearchValues.Create(" \n,();");
    private readonly ReadOnlySpan<char> text = text;
    private int next;

    /// <summary>The keyword, or a value without one; a quoted value without its apostrophes.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    public int WordAt { get; private set; }

    public bool HasValue { get; private set; }

    /// <summary>What is between the parentheses, blanks around it left out.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    public int ValueAt { get; private set; }

    /// <summary>The closing parenthesis or apostrophe was missing somewhere.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The word stood between apostrophes.</summary>
    public bool IsQuoted { get; private set; }

    public readonly bool Is(ReadOnlySpan<char> keyword) => Word.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the word is the keyword or as much of its beginning as the command needs.</summary>
    public readonly bool Is(ReadOnlySpan<char> keyword, int shortest) => Abbreviation.Is(Word, keyword, shortest);

    public bool MoveNext()
    {
        SkipSeparators();
        if (next >= text.Length)
            return false;
        WordAt = next;
        HasValue = IsQuoted = false;
        Value = default;
        if (quoted && text[next] == '\'')
            QuotedWord();
        else
            BareWord();
        var after = next;
        while (after < text.Length && text[after] is ' ' or '\n')
            after++;
        if (after < text.Length && text[after] == '(')
            InParentheses(after);
        else if (next == WordAt)
            next++; // A closing parenthesis too many.
        return true;
    }

    /// <summary>The values of a list like <c>(A B,C)</c>, one after the other.</summary>
    public readonly Keywords Values() => new(Value, quoted);

    /// <summary>The first word of the value, without the apostrophes around it.</summary>
    public readonly ReadOnlySpan<char> Name(out int at)
    {
        var values = Values();
        var any = values.MoveNext();
        at = ValueAt + (any ? values.WordAt : 0);
        return any ? values.Word : default;
    }

    /// <returns>In upper case, what one of the words from here on has for a value; null when the word is not there.</returns>
    public readonly string? Find(ReadOnlySpan<char> keyword, int shortest = int.MaxValue)
    {
        var words = this;
        while (words.MoveNext())
            if (words.HasValue && words.Is(keyword, Math.Min(shortest, keyword.Length)))
                return words.Name(out _).Upper();
        return null;
    }

    private void SkipSeparators()
    {
        while (next < text.Length && text[next] is ' ' or '\n' or ',' or ';')
            next++;
    }

    private void BareWord()
    {
        var length = text[next..].IndexOfAny(EndOfWord);
        next = length < 0 ? text.Length : next + length;
        Word = text[WordAt..next];
    }

    private void QuotedWord()
    {
        var end = EndOfLiteral(next);
        IsQuoted = true;
        Word = text[(next + 1)..end];
        WordAt = next + 1;
        next = Math.Min(end + 1, text.Length);
    }

    private void InParentheses(int open)
    {
        var depth = 0;
        var end = open;
        for (; end < text.Length; end++)
        {
            var length = quoted ? text[end..].IndexOfAny('(', ')', '\'') : text[end..].IndexOfAny('(', ')');
            end = length < 0 ? text.Length : end + length;
            if (length < 0 || (text[end] == ')' && --depth == 0))
                break;
            if (text[end] == '(')
                depth++;
            else if (text[end] == '\'')
                end = Math.Min(EndOfLiteral(end), text.Length - 1);
        }
        HasValue = true;
        IsBroken |= end >= text.Length;
        Value = text[(open + 1)..Math.Min(end, text.Length)];
        ValueAt = open + 1 + Value.Length - Value.TrimStart(Blanks).Length;
        Value = Value.Trim(Blanks);
        next = Math.Min(end + 1, text.Length);
    }

    // Two apostrophes inside a literal are one, which no name has, so that they need not be drawn together.
    private int EndOfLiteral(int start)
    {
        for (var i = start + 1; i < text.Length; i++)
            if (text[i] == '\'')
            {
                if (i + 1 >= text.Length || text[i + 1] != '\'')
                    return i;
                i++;
            }
        IsBroken = true;
        return text.Length;
    }
}
