using System.Buffers;
using System.Collections.Frozen;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Rexx;

/// <summary>
/// Reads a CLIST as far as it gives commands. They are those that an exec gives; a CLIST has its variables in them itself.
/// </summary>
/// <remarks>
/// z/OS TSO/E CLISTs, chapter "Writing CLISTs - syntax and conventions": a statement goes on with the next line when its last
/// character is a hyphen or a plus sign; labels; comments. Chapter "Structuring CLISTs": IF … THEN, ELSE, DO.
/// </remarks>
internal static class ClistReader
{
    private const int MostThens = 50;
    private const string Statements = """
        ATTN CLOSFILE CONTROL DATA DO ELSE END ENDDATA ERROR EXIT GETFILE GLOBAL GOTO LISTDSI NGLOBAL OPENFILE OTHERWISE PROC
        PUTFILE READ READDVAL RETURN SELECT SET SYSCALL SYSREF TERMIN TERMING WHEN WRITE WRITENR
        """;

    private static readonly SearchValues<char> Computing = SearchValues.Create("&.()+-*/");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known =
        Statements.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Read(string name, SourceText source, Findings findings)
    {
        if (source.Count == 0)
            return;
        findings.Define(ThingKind.Program, name, new(1, 1));
        var commands = new HostCommands(new(ThingKind.Program, name), findings);
        var inComment = false;
        for (var line = 1; line <= source.Count;)
        {
            commands.Text.Clear();
            while (line <= source.Count && Append(commands.Text, source[line], line++, ref inComment))
                commands.Text.Continue(" ", line - 1, source[line - 1].Length + 1);
            Statement(commands);
        }
        if (inComment)
            findings.Complain(new(source.Count, 1), "clist.comment-not-closed",
                "A comment is not closed; the rest of the member belongs to it.");
        commands.KeepAssignments((begin, end) => OneLine.Of(source[begin.Line]));
    }

    /// <summary>A line without its comments.</summary>
    /// <returns>Whether the statement goes on with the next one.</returns>
    private static bool Append(StatementText statement, ReadOnlySpan<char> text, int line, ref bool inComment)
    {
        for (var at = 0; ;)
        {
            var rest = text[at..];
            if (inComment)
            {
                var close = rest.IndexOf("*/", StringComparison.Ordinal);
                if (close < 0)
                    return false;
                (inComment, at) = (false, at + close + 2);
                continue;
            }
            var open = rest.IndexOf("/*", StringComparison.Ordinal);
            var part = open < 0 ? rest : rest[..open];
            var goesOn = open < 0 && part.TrimEnd(' ') is [.., '-' or '+'];
            statement.Continue(goesOn ? part.TrimEnd(' ')[..^1] : part, line, at + 1);
            if (open < 0)
                return goesOn;
            (inComment, at) = (true, at + open + 2);
        }
    }

    private static void Statement(HostCommands commands)
    {
        var text = commands.Text;
        var start = Skip(text, 0);
        for (var left = MostThens; left > 0; left--)
        {
            var end = WordEnd(text, start);
            if (end > start && text.Span[end - 1] == ':')
                start = Skip(text, end);
            else if (text.Span[start..end] is var word && word.Equals("IF", StringComparison.OrdinalIgnoreCase))
                start = Skip(text, AfterThen(text, end));
            else if (word.Equals("ELSE", StringComparison.OrdinalIgnoreCase)
                || word.Equals("OTHERWISE", StringComparison.OrdinalIgnoreCase)
                || word.Equals("WHEN", StringComparison.OrdinalIgnoreCase))
                start = Skip(text, end);
            else
                break;
        }
        if (start < text.Length)
            Command(commands, start);
    }

    private static void Command(HostCommands commands, int start)
    {
        var text = commands.Text;
        var end = WordEnd(text, start);
        var word = text.Span[start..end];
        if (word.Equals("SET", StringComparison.OrdinalIgnoreCase))
            Set(commands, end);
        // A file that is opened is a DD name.
        else if (word.Equals("OPENFILE", StringComparison.OrdinalIgnoreCase))
            commands.Opened(Skip(text, end), text.OneLine(0, text.Length, 0));
        else if (!Known.Contains(word))
            commands.Read("TSO", start, text.OneLine(0, text.Length, 0));
    }

    /// <summary><c>SET NEXT = PAY02</c>: what is computed is nothing that could be followed.</summary>
    private static void Set(HostCommands commands, int start)
    {
        const int longest = 56;
        var text = commands.Text.Span;
        if (text[start..].IndexOf('=') is not (> 0 and var sign))
            return;
        var item = text.Slice(start, sign).Trim(" &");
        var value = text[(start + sign + 1)..].Trim(' ');
        if (item.Length is 0 or > longest || value.Length is 0 or > longest || value.Contains(' '))
            return;
        if (value.Contains('&') && value[1..].ContainsAny(Computing))
            return;
        var (literal, other) = value[0] == '&' ? ((string?)null, value[1..].Upper()) : (value.Upper(), null);
        var at = commands.Text.At(start + sign - item.Length);
        commands.Assign(item.Upper(), literal, other, at, at);
    }

    private static int AfterThen(StatementText text, int start)
    {
        const string then = " THEN";
        var rest = text.Span[start..];
        for (var at = 0; rest[at..].IndexOf(then, StringComparison.OrdinalIgnoreCase) is >= 0 and var found; at += found + 1)
            if (at + found + then.Length is var after && (after >= rest.Length || rest[after] == ' '))
                return start + after;
        return text.Length;
    }

    private static int Skip(StatementText text, int at)
    {
        while (at < text.Length && text.Span[at] == ' ')
            at++;
        return at;
    }

    private static int WordEnd(StatementText text, int at) =>
        text.Span[at..].IndexOf(' ') is >= 0 and var length ? at + length : text.Length;
}
