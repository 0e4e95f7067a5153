using Sluice.Mainframe.Cics;
using Sluice.Mainframe.Db2;

namespace Sluice.Mainframe.Cobol;

// Enterprise COBOL for z/OS Programming Guide, chapters "Programming for a CICS environment", "… for a Db2 environment" and "… for an IMS
// environment": EXEC, the translator's name, a command, END-EXEC.
internal sealed partial class CobolMember
{
    private const int MostWords = 50_000;
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
                findings.Refer(new(from, Verb.Copies, new(ThingKind.Copybook, name.Name), name.At, Excerpt(begin, End(name))) { Through = "SQL" });
            else
                findings.Complain(begin, "cobol.include-without-name", "EXEC SQL INCLUDE is followed by no name.");
            SkipToEnd(begin);
            return;
        }
        var first = Current.At;
        SkipToEnd(begin);
        sql.Clear();
        // As it was written, not word by word: SQL has words, quotes and comments of its own.
        for (var line = first.Line; line <= Current.At.Line; line++)
        {
            var (area, until) = scanner.Area(line);
            area = line == first.Line ? Math.Max(area, first.Column) : area;
            until = line == Current.At.Line ? Math.Min(until, Current.At.Column) : until;
            if (area < until)
                sql.Add(scanner.Source[line][(area - 1)..(until - 1)], line, area);
        }
        SqlTables.Read(sql, from, findings);
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
        var text = Excerpt(begin);
        if (options.Count == 0)
            return;
        var verb = options[0].Name switch
        {
            "ISRT" or "INSERT" or "LOAD" => Verb.Writes,
            "REPL" or "REPLACE" => Verb.Updates,
            "DLET" or "DELETE" => Verb.Deletes,
            _ => Verb.Reads,
        };
        foreach (var option in options)
            if (option is { Name: "SEGMENT", Argument: { Length: > 0 } segment })
                findings.Refer(new(from, verb, new(ThingKind.Segment, segment.ToUpperInvariant()), option.At, text));
            else if (option is { Name: "PSB", Argument: { Length: > 0 } psb })
                findings.Refer(new(from, Verb.Uses, new(ThingKind.Psb, psb.ToUpperInvariant()), option.At, text));
    }

    private List<CicsOption> Options(Place begin)
    {
        var options = new List<CicsOption>();
        for (var left = MostWords; left > 0 && Current.Kind is not TokenKind.End && !Current.IsWord("END-EXEC"); left--)
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
        CicsOption found = argument.Kind is TokenKind.Word or TokenKind.Literal or TokenKind.Number
            ? new(option.Name, argument.Name, argument.Kind is TokenKind.Literal, argument.At)
            : new(option.Name, null, false, option.At);
        for (var depth = 1; depth > 0 && Current.Kind is not TokenKind.End && !Current.IsWord("END-EXEC");)
        {
            depth += Current.Kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            Advance();
        }
        return found;
    }

    private void SkipToEnd(Place begin)
    {
        for (var left = MostWords; left > 0 && Current.Kind is not TokenKind.End && !Current.IsWord("END-EXEC"); left--)
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
