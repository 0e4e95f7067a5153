using Sluice.Mainframe.Cics;
using Sluice.Mainframe.Db2;
using Sluice.Mainframe.Ims;

namespace Sluice.Mainframe.Pli;

// Enterprise PL/I for z/OS Programming Guide, chapter "PL/I preprocessors": EXEC CICS, EXEC SQL and EXEC DLI statements end with
// a semicolon.
internal sealed partial class PliMember
{
    private const int MostOptions = 10_000;

    private readonly SqlText sql = new();

    private void ExecStatement()
    {
        var begin = Current.At;
        var text = scanner.Excerpt(begin);
        Advance();
        var translator = Current;
        Advance();
        if (translator.Is("CICS"))
            Keep(found => CicsCommand.Read(default, Options(), text, found));
        else if (translator.Is("DLI"))
            Keep(found => DliCommand.Read(default, Options(), text, found));
        else if (translator.Is("SQL"))
            Sql(text);
    }

    private void Sql(string text)
    {
        if (Current.Is("INCLUDE") && Following.Kind is PliTokenKind.Word or PliTokenKind.Literal)
        {
            Advance();
            Refer(Verb.Copies, ThingKind.Copybook, Current.Name, Current.NameAt, text, "SQL");
            SkipStatement();
            return;
        }
        var first = Current.At;
        SkipStatement();
        var end = Current.Kind is PliTokenKind.End ? new(first.Line, int.MaxValue) : Current.At;
        sql.Clear();
        for (var line = first.Line; line <= end.Line; line++)
        {
            var (from, until) = scanner.Area(line);
            from = line == first.Line ? Math.Max(from, first.Column) : from;
            until = line == end.Line ? Math.Min(until, end.Column) : until;
            if (from < until)
                sql.Add(source[line][(from - 1)..(until - 1)], line, from);
        }
        Keep(found => SqlTables.Read(sql, default, found));
    }

    private List<CicsOption> Options()
    {
        var options = new List<CicsOption>();
        while (options.Count < MostOptions && !IsAtEnd)
        {
            var option = Current;
            Advance();
            if (option.Kind is not PliTokenKind.Word)
                continue;
            if (Current.Kind is not PliTokenKind.Open)
                options.Add(new(option.Name, null, false, option.At));
            else if (Following.Kind is PliTokenKind.Open)
                options.Add(InOwnParentheses(option));
            else if (Argument() is { } argument)
                options.Add(new(option.Name, argument.Text.ToString(), argument.Kind is PliTokenKind.Literal, argument.NameAt));
            else
                options.Add(new(option.Name, null, false, option.At));
        }
        return options;
    }

    /// <summary>SEGMENT((AREA)): the parentheses are part of the argument.</summary>
    private CicsOption InOwnParentheses(PliToken option)
    {
        Advance();
        var inner = Following;
        SkipParentheses();
        while (Current.Kind is not PliTokenKind.Close && !IsAtEnd)
            Advance();
        return inner.Kind is PliTokenKind.Word
            ? new(option.Name, $"({inner.Name})", false, inner.At)
            : new(option.Name, null, false, option.At);
    }

    private void Keep(Action<Findings> read)
    {
        var found = new Findings();
        read(found);
        foreach (var reference in found.References)
        {
            references.Add(reference);
            if (reference.Variable is { } variable)
                variables.Add(variable);
        }
        foreach (var diagnostic in found.Diagnostics)
            findings.Complain(diagnostic.At, diagnostic.Code, diagnostic.Words);
    }
}
