using System.Buffers;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Db2;

/// <summary>Cuts a file of SQL into statements, each with the lines and comments it has.</summary>
/// <remarks>
/// Db2 for z/OS Application Programming and SQL Guide, "DSNTEP2, DSNTEP4 and DSNTIAD" and SPUFI: statements end in a semicolon,
/// or in the character that a comment <c>--#SET TERMINATOR</c> chose. The body of an SQL routine or trigger has semicolons of its
/// own: where these end statements too, what is between BEGIN and its END is kept together.
/// </remarks>
internal sealed class SqlStatements(SourceText source, int first, int last, Findings findings)
{
    private const string Directive = "--#SET";
    private const string Quotes = "'\"-/";
    private const char Usual = ';';
    private static readonly SearchValues<char> UsualSigns = SearchValues.Create(Quotes + Usual);

    private int line = first;
    private int column;
    private char terminator = Usual;

    // What ends a statement, and what it does not end in.
    private SearchValues<char> signs = UsualSigns;
    private SqlBody body;
    private char quote;
    private int comments;

    /// <returns>Whether there is one more statement; it is left in <paramref name="text"/> without its terminator.</returns>
    public bool Next(SqlText text)
    {
        text.Clear();
        body = default;
        (quote, comments) = ('\0', 0);
        for (; line <= last; line++, column = 0)
        {
            var sql = SequenceField.Without(source[line]);
            if (column == 0 && quote == '\0' && comments == 0 && (IsDirective(sql) || IsRemark(sql)))
                continue;
            var end = EndOfStatement(sql);
            text.Add(sql[Math.Min(column, sql.Length)..(end < 0 ? sql.Length : end)], line, column + 1);
            if (end < 0)
                continue;
            column = end + 1;
            return true;
        }
        if (body.IsOpen)
            findings.Complain(new(Math.Max(1, last), 1), "ddl.unclosed-begin",
                "A routine's BEGIN has no END; what follows it was read as its body.");
        return text.Length > 0;
    }

    private bool IsDirective(ReadOnlySpan<char> sql)
    {
        var trimmed = sql.TrimStart(' ');
        if (!trimmed.StartsWith(Directive, StringComparison.OrdinalIgnoreCase))
            return false;
        var rest = trimmed[Directive.Length..].TrimStart(' ');
        const string option = "TERMINATOR";
        if (rest.StartsWith(option, StringComparison.OrdinalIgnoreCase)
            && rest[option.Length..].TrimStart(' ') is [var chosen, ..])
            (terminator, signs) = (chosen, SearchValues.Create([.. Quotes, chosen]));
        return true;
    }

    /// <summary>An asterisk where a statement should begin.</summary>
    private bool IsRemark(ReadOnlySpan<char> sql) => !body.HasBegun && sql.TrimStart(' ') is ['*', ..];

    /// <returns>Where the terminator stands; -1 when the statement goes on with the next line.</returns>
    private int EndOfStatement(ReadOnlySpan<char> sql)
    {
        for (var at = column; at < sql.Length; at++)
        {
            if (quote == '\0' && comments == 0 && !body.IsFollowed)
                at = sql[at..].IndexOfAny(signs) is >= 0 and var skipped ? at + skipped : sql.Length - 1;
            var character = sql[at];
            var following = at + 1 < sql.Length ? sql[at + 1] : '\0';
            if (quote != '\0')
                quote = character == quote ? '\0' : quote;
            else if (comments > 0)
            {
                if ((character, following) is ('*', '/') or ('/', '*'))
                {
                    comments += character == '*' ? -1 : 1;
                    at++;
                }
            }
            else if (character == terminator && !body.IsOpen)
                return at;
            else if (character is '\'' or '"')
                quote = character;
            else if ((character, following) is ('-', '-'))
                break;
            else if ((character, following) is ('/', '*'))
            {
                comments = 1;
                at++;
            }
            else if (char.IsAsciiLetter(character))
            {
                var end = at + 1;
                while (end < sql.Length && sql[end] != terminator
                    && (char.IsLetterOrDigit(sql[end]) || sql[end] is '_' or '@' or '#' or '$'))
                    end++;
                body.Take(sql[at..end], terminator == Usual);
                at = end - 1;
            }
        }
        return -1;
    }
}
