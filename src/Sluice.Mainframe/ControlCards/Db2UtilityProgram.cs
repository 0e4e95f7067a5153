using Sluice.Mainframe.Db2;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// DSNUTILB: tables, table spaces and indexes of the Db2 utilities, and their DD statements and templates. Source: Db2 for z/OS
/// Utility Guide and Reference, part "Db2 online utilities": CHECK, COPY, EXEC SQL, LISTDEF, LOAD, MODIFY, QUIESCE, REBUILD
/// INDEX, RECOVER, REORG, RUNSTATS, TEMPLATE, UNLOAD.
/// </summary>
/// <remarks>Statements have no terminator and no continuation: one ends where the next begins with a utility's name.</remarks>
internal sealed class Db2UtilityProgram
{
    private readonly SqlText text = new();
    private readonly Cards cards;
    private Verb verb = Verb.Uses;
    private int begins;
    private int depth;

    private Db2UtilityProgram(Cards cards) => this.cards = cards;

    public static void Read(Cards cards)
    {
        var utility = new Db2UtilityProgram(cards);
        for (var line = cards.First; line <= cards.Last && !utility.text.IsCut; line++)
            if (cards[line] is [not '*', ..] card)
                utility.text.Add(card, line, 1);
        if (utility.text.IsCut)
            cards.Findings.Complain(utility.text.At(0), "db2.too-many-statements",
                $"There are more than {SqlText.LongestStatement} characters of statements; their end was not read.");
        SqlTokens.Read(utility.text, cards.Findings);
        for (var at = 0; at < utility.text.Tokens.Count;)
            at = utility.Step(at);
    }

    private int Step(int at)
    {
        var token = text.Tokens[at];
        var sign = text.Span[token.Start];
        if (token.Kind == SqlTokenKind.Sign)
            depth = Math.Max(0, depth + (sign == '(' ? 1 : sign == ')' ? -1 : 0));
        // Within parentheses are columns, conditions and options of what was named before.
        return token.Kind == SqlTokenKind.Word && depth == 0 ? Word(at, text.Span[token.Start..token.End]) : at + 1;
    }

    private int Word(int at, ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[16];
        if (word.Length > buffer.Length)
            return at + 1;
        ReadOnlySpan<char> upper = buffer[..word.ToUpperInvariant(buffer)];
        if (Begins(upper) is { } begun)
            (verb, begins) = (begun, at);
        switch (upper)
        {
            case "EXEC" when IsWord(at + 1, "SQL"):
                return ExecSql(at + 2);
            case "TABLESPACE" when !IsWord(at + 1, "LIST"):
                return Names(at + 1, verb, ThingKind.Tablespace);
            case "INDEX" when !IsWord(at + 1, "LIST"):
                return Names(at + 1, verb, ThingKind.Index);
            case "TABLE":
                var told = IsWord(at - 1, "INTO") ? Verb.Writes : IsWord(at - 1, "FROM") ? Verb.Reads : verb;
                return Names(at + 1, told, ThingKind.Table);
            case "INDDN":
                return Names(at + 1, Verb.Reads, ThingKind.DdName);
            case "UNLDDN" or "PUNCHDDN" or "DISCARDDN" or "COPYDDN" or "RECOVERYDDN" or "ERRDDN" or "MAPDDN":
                return Names(at + 1, Verb.Writes, ThingKind.DdName);
            case "WORKDDN":
                return Names(at + 1, Verb.Uses, ThingKind.DdName);
            case "DSN" or "DSNAME" when text.Span[text.Tokens[begins].Start] is 'T' or 't':
                return Names(at + 1, Verb.Uses, ThingKind.DataSet);
            default:
                return at + 1;
        }
    }

    /// <returns>What the utility does to the spaces it names; null of a word that is none.</returns>
    private static Verb? Begins(ReadOnlySpan<char> word) => word switch
    {
        "LOAD" => Verb.Writes,
        "UNLOAD" or "RUNSTATS" or "COPY" or "CHECK" or "MERGECOPY" or "COPYTOCOPY" or "REPORT" or "STOSPACE" => Verb.Reads,
        "REORG" or "RECOVER" or "REBUILD" or "REPAIR" => Verb.Updates,
        "QUIESCE" or "MODIFY" or "LISTDEF" or "TEMPLATE" or "OPTIONS" => Verb.Uses,
        _ => null,
    };

    /// <summary>One name, or several in parentheses; ALL is none.</summary>
    private int Names(int at, Verb told, ThingKind kind)
    {
        if (!IsSign(at, '('))
            return Name(at, told, kind);
        for (at++; at < text.Tokens.Count && !IsSign(at, ')');)
            at = IsSign(at, ',') ? at + 1 : Name(at, told, kind);
        return at + 1;
    }

    /// <summary>Names have no blanks in them, but can have patterns: <c>PAYDB.PAY*</c>.</summary>
    private int Name(int at, Verb told, ThingKind kind)
    {
        if (at >= text.Tokens.Count)
            return at;
        var sql = text.Span;
        var start = text.Tokens[at].Start;
        var end = start;
        while (end < sql.Length && !char.IsWhiteSpace(sql[end]) && sql[end] is not ('(' or ')' or ',' or ';'))
            end++;
        var next = at + 1;
        while (next < text.Tokens.Count && text.Tokens[next].Start < end)
            next++;
        var name = sql[start..end].ToString().ToUpperInvariant().Replace("\"", "", StringComparison.Ordinal).Trim('\'');
        if (name.Length > 0 && name != "ALL")
            cards.Findings.Refer(SymbolicName.Judge(new(cards.From, told, new(kind, name), text.At(start + (sql[start] is '"' or '\'' ? 1 : 0)),
                text.OneLine(text.Tokens[begins].Start, StatementEnd(next), start))));
        return next;
    }

    private int StatementEnd(int at) =>
        Math.Min(text.Length, text.Tokens[Math.Min(at, text.Tokens.Count - 1)].Start + Reference.LongestText);

    /// <summary>What is between EXEC SQL and ENDEXEC is read as SQL.</summary>
    private int ExecSql(int at)
    {
        var end = at;
        while (end < text.Tokens.Count && !IsWord(end, "ENDEXEC"))
            end++;
        if (end > at)
        {
            var sql = new SqlText();
            var (from, to) = (text.Tokens[at].Start, text.Tokens[end - 1].End);
            foreach (var line in text.Span[from..to].EnumerateLines())
            {
                var place = text.At(from);
                sql.Add(line, place.Line, place.Column);
                from += line.Length + 1;
            }
            SqlTables.Read(sql, cards.From, cards.Findings);
        }
        return end + 1;
    }

    private bool IsWord(int at, string word) => at >= 0 && at < text.Tokens.Count
        && text.Span[text.Tokens[at].Start..text.Tokens[at].End].Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool IsSign(int at, char sign) => at < text.Tokens.Count && text.Span[text.Tokens[at].Start] == sign;
}
