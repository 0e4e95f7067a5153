using Sluice.Mainframe.Cics;
using Sluice.Mainframe.Db2;
using Sluice.Mainframe.Ims;

namespace Sluice.Mainframe.Cobol;

// Enterprise COBOL for z/OS Programming Guide, chapters "Programming for a CICS environment", "… for a Db2 environment" and "… for an IMS
// environment": EXEC, the translator's name, a command, END-EXEC.
internal sealed partial class CobolMember
{
    private const int MostWords = 50_000;
    private static readonly string Blanks = new(' ', CobolScanner.LastColumn);
    private readonly SqlText sql = new();

    private void ExecBlock()
    {
        var begin = Current.At;
        Advance();
        if (Current.IsWord("SQL"))
            Sql(begin);
        else if (Current.IsWord("CICS"))
            Cics(begin);
        else if (Current.IsWord("DLI"))
            Dli(begin);
    }

    private void Sql(Place begin)
    {
        Advance();
        if (Current.IsWord("INCLUDE"))
        {
            var name = Advance();
            if (name.Kind is TokenKind.Word or TokenKind.Literal)
                findings.Refer(new(from, Verb.Copies, new(ThingKind.Copybook, name.Name), name.NameAt, Excerpt(begin, End(name))) { Through = "SQL" });
            else
                findings.Complain(begin, "cobol.include-without-name", "EXEC SQL INCLUDE is followed by no name.");
            SkipToEnd(begin);
            if (Current.IsWord("END-EXEC"))
            {
                Advance();
                BringIn();
            }
            return;
        }
        var first = Current.At;
        SkipToEnd(begin);
        CopySql(first, Current.Kind is TokenKind.End ? new(scanner.Source.Count, int.MaxValue) : Current.At);
        SqlTables.Read(sql, from, findings);
    }

    /// <summary>As it was written, not word by word: SQL has words, quotes and comments of its own.</summary>
    private void CopySql(Place first, Place end)
    {
        sql.Clear();
        var before = first.Line;
        for (var line = first.Line; line <= end.Line; line++)
        {
            var (area, until) = scanner.Area(line);
            area = line == first.Line ? Math.Max(area, first.Column) : area;
            until = line == end.Line ? Math.Min(until, end.Column) : until;
            if (area >= until)
                continue;
            var text = scanner.Source[line][(area - 1)..(until - 1)];
            if (line > first.Line && scanner.Continues(line))
                GoOn(text, line, area, before);
            else
                sql.Add(text, line, area);
            before = line;
        }
    }

    /// <summary>
    /// The hyphen in the indicator area: what was broken off at the end of a line goes on with the first character that is no blank,
    /// and a literal behind its quote.
    /// </summary>
    private void GoOn(ReadOnlySpan<char> text, int line, int area, int before)
    {
        var rest = text.TrimStart(' ');
        var column = area + text.Length - rest.Length;
        if (rest is ['\'' or '"', ..])
        {
            var written = scanner.Source[before].Length;
            sql.Continue(Blanks.AsSpan(Math.Min(written, Blanks.Length)), before, written + 1);
            rest = rest[1..];
            column++;
        }
        sql.Continue(rest, line, column);
    }

    private void Cics(Place begin)
    {
        Advance();
        var options = Options(begin);
        CicsCommand.Read(from, options, Excerpt(begin), findings);
    }

    /// <summary>HLPI: the segments that are read and written, and the PSB that is scheduled.</summary>
    /// <remarks>IMS Application Programming APIs, chapter "EXEC DLI commands".</remarks>
    private void Dli(Place begin)
    {
        Advance();
        var options = Options(begin);
        DliCommand.Read(from, options, Excerpt(begin), findings);
    }

    private List<CicsOption> Options(Place begin)
    {
        var options = new List<CicsOption>();
        for (var left = MostWords; left > 0 && !IsAtEnd && Current.Kind is not TokenKind.Period; left--)
        {
            if (Current.Kind is not TokenKind.Word)
            {
                Advance();
                continue;
            }
            var option = Current;
            Advance();
            options.Add(Current.Kind is TokenKind.Open ? WithArgument(option) : new(option.Name, null, false, option.At));
        }
        Closed(begin);
        return options;
    }

    private CicsOption WithArgument(Token option)
    {
        var argument = Advance();
        CicsOption found = argument.Kind switch
        {
            TokenKind.Word or TokenKind.Literal or TokenKind.Number =>
                new(option.Name, argument.Name, argument.Kind is TokenKind.Literal, argument.NameAt),
            // SEGMENT((AREA)): the parentheses are part of the argument.
            TokenKind.Open when Advance() is { Kind: TokenKind.Word } area => new(option.Name, $"({area.Name})", false, area.At),
            _ => new(option.Name, null, false, option.At),
        };
        for (var depth = argument.Kind is TokenKind.Open ? 2 : 1; depth > 0 && !IsAtEnd;)
        {
            depth += Current.Kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            Advance();
        }
        return found;
    }

    /// <summary>At END-EXEC, or at the next EXEC where that was forgotten: no command has one inside.</summary>
    private bool IsAtEnd => Current.Kind is TokenKind.End || Current.IsWord("END-EXEC") || Current.IsWord("EXEC");

    private void SkipToEnd(Place begin)
    {
        for (var left = MostWords; left > 0 && !IsAtEnd; left--)
            Advance();
        Closed(begin);
    }

    private void Closed(Place begin)
    {
        if (!Current.IsWord("END-EXEC"))
            findings.Complain(begin, "cobol.exec-not-closed", "EXEC is not closed by END-EXEC.");
    }

    private static Place End(Token token) => new(token.At.Line, token.Until);
}
