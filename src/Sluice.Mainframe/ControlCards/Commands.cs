namespace Sluice.Mainframe.ControlCards;

/// <summary>How commands are written on cards.</summary>
internal enum CommandForm
{
    /// <summary>
    /// Access method services: DFSMS Access Method Services Commands, chapter "Introduction to access method services", "How to
    /// code access method services commands". A hyphen or plus sign at the end continues, a semicolon terminates.
    /// </summary>
    Idcams,

    /// <summary>TSO/E User's Guide, chapter "Using commands": continuation by hyphen and plus sign, comments.</summary>
    Tso,

    /// <summary>
    /// ICETOOL operators: DFSORT Application Programming Guide, chapter "Using ICETOOL", "General coding rules": a hyphen
    /// continues, an asterisk in column 1 makes a comment.
    /// </summary>
    Icetool,
}

/// <summary>Joins commands that go on over several cards, without their comments.</summary>
internal sealed class Commands(Cards cards, CommandForm form)
{
    private int line = cards.First;
    private bool commentsEnd = true;

    /// <summary>The last card ended in a plus sign: leading blanks of the next are no part of the value that goes on.</summary>
    private bool joins;

    public bool Next(CardStatement command)
    {
        command.Clear();
        joins = false;
        for (; line <= cards.Last; line++)
        {
            var card = cards[line];
            if (form == CommandForm.Icetool && (card.IsEmpty || card[0] == '*'))
                continue;
            if (Card(command, card))
                continue;
            if (!command.Span.IsWhiteSpace())
            {
                line++;
                break;
            }
            command.Clear();
        }
        if (command.IsCut)
            command.Findings.Complain(command.At(0), "card.endless-continuation",
                $"The command goes on for more than {CardStatement.LongestStatement} characters; its end was not read.");
        return !command.Span.IsWhiteSpace();
    }

    /// <summary>Takes one card, and those that a comment of it runs over.</summary>
    /// <returns>Whether the command goes on.</returns>
    private bool Card(CardStatement command, ReadOnlySpan<char> card)
    {
        var column = 1;
        while (form != CommandForm.Icetool && IndexOutsideQuotes(card, "/*") is >= 0 and var comment)
        {
            command.Continue(card[..comment], line, column);
            command.Continue(" ", line, column + comment);
            card = AfterComment(command, card, comment, ref column);
        }
        if (form == CommandForm.Idcams && IndexOutsideQuotes(card, ";") is >= 0 and var terminator)
        {
            command.Continue(card[..terminator], line, column);
            return false;
        }
        card = card.TrimEnd(' ');
        var goesOn = card is [.., '-'] || (card is [.., '+'] && form != CommandForm.Icetool);
        var leading = joins ? card.Length - card.TrimStart(' ').Length : 0;
        joins = card is [.., '+'];
        if (goesOn)
            card = card[..^1];
        if (leading < card.Length)
            command.Continue(card[leading..], line, column + leading);
        return goesOn;
    }

    /// <summary>A comment that does not end before another begins is closed by the end of its card, as TSO/E closes it.</summary>
    private ReadOnlySpan<char> AfterComment(CardStatement command, ReadOnlySpan<char> card, int comment, scoped ref int column)
    {
        var length = card[(comment + 2)..].IndexOf("*/", StringComparison.Ordinal);
        if (length < 0 && LineOfCommentEnd() is { } last)
        {
            (line, column, comment) = (last, 1, -2);
            card = cards[line];
            length = card.IndexOf("*/", StringComparison.Ordinal);
        }
        if (length < 0)
        {
            command.Findings.Complain(new(line, column + comment), "card.unclosed-comment",
                "The comment that begins here does not end.");
            return [];
        }
        column += comment + length + 4;
        return card[(comment + length + 4)..];
    }

    private int? LineOfCommentEnd()
    {
        for (var next = line + 1; commentsEnd && next <= cards.Last; next++)
        {
            var card = cards[next];
            var begin = card.IndexOf("/*", StringComparison.Ordinal);
            var end = card.IndexOf("*/", StringComparison.Ordinal);
            if (end >= 0 && (begin < 0 || end <= begin + 1))
                return next;
            if (begin >= 0)
                return null;
        }
        commentsEnd = false;
        return null;
    }

    private static int IndexOutsideQuotes(ReadOnlySpan<char> card, string sought)
    {
        var found = card.IndexOf(sought, StringComparison.Ordinal);
        if (found < 0 || !card[..found].Contains('\''))
            return found;
        var quoted = false;
        for (var at = 0; at < card.Length; at++)
            if (card[at] == '\'')
                quoted = !quoted;
            else if (!quoted && card[at..].StartsWith(sought, StringComparison.Ordinal))
                return at;
        return -1;
    }
}
