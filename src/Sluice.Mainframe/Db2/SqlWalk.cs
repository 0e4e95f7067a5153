using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Db2;

/// <summary>Goes once over the tokens, and knows of every open parenthesis whether tables are listed in it.</summary>
internal sealed partial class SqlWalk(SqlText text, Thing from, Findings findings)
{
    private const int DeepestNesting = 2_000;

    /// <summary>One open parenthesis; the outermost is the statement itself.</summary>
    private struct Level
    {
        /// <summary>A select has begun, so that FROM lists tables: in TRIM(LEADING '0' FROM NAME) it does not.</summary>
        public bool Select;

        /// <summary>Within a from-clause, or the USING of a MERGE: after a comma another table follows.</summary>
        public bool From;

        /// <summary>What comes next is a table reference.</summary>
        public bool Expects;

        /// <summary>Within the list of common table expressions.</summary>
        public bool With;

        /// <summary>Between MERGE and its ON.</summary>
        public bool Merge;
    }

    private readonly List<SqlToken> tokens = text.Tokens;
    private readonly List<Level> outer = [];
    private HashSet<string>? commonTables;
    private Level level;
    private int tooDeep;
    private int begins;
    private int end;

    public void Statements()
    {
        for (var at = BeginStatement(0); at < tokens.Count;)
            at = Step(at);
    }

    private int Step(int at)
    {
        if (level.Expects && TableReference(at) is { } after)
            return after;
        var token = tokens[at];
        switch (token.Kind)
        {
            case SqlTokenKind.Word when token.Word != SqlWord.None:
                return Keyword(at, token.Word);
            case SqlTokenKind.Sign:
                return Sign(at);
            default:
                return at + 1;
        }
    }

    private int Sign(int at)
    {
        switch (text.Span[tokens[at].Start])
        {
            case ';':
                return BeginStatement(at + 1);
            case '(':
                Open();
                break;
            case ')':
                Close();
                break;
            case ',' when level.With:
                return CommonTable(at + 1) ?? at + 1;
            case ',':
                level.Expects = level.From;
                break;
        }
        return at + 1;
    }

    /// <summary>A semicolon ends a statement, and so do those within the body of a routine or trigger.</summary>
    /// <returns>Where to go on: after what the statement defines, if it defines something.</returns>
    private int BeginStatement(int at)
    {
        outer.Clear();
        commonTables?.Clear();
        (level, tooDeep, begins, on, definesTable) = (default, 0, at, null, false);
        end = at < tokens.Count ? Semicolon(tokens[at].Start) : text.Length;
        return at < tokens.Count ? Definition(at) : at;
    }

    private int Semicolon(int from) => text.Span[from..].IndexOf(';') is >= 0 and var length ? from + length : text.Length;

    /// <summary>Where a table is expected, a parenthesis holds a joined table or a fullselect.</summary>
    private void Open()
    {
        if (outer.Count == DeepestNesting)
        {
            if (tooDeep++ == 0)
                findings.Complain(text.At(tokens[begins].Start), "sql.too-deep",
                    $"Parentheses are nested deeper than {DeepestNesting}; what is within was not told apart.");
            return;
        }
        var within = level.From && level.Expects;
        level.Expects = false;
        outer.Add(level);
        level = new() { From = within, Expects = within };
    }

    private void Close()
    {
        if (tooDeep > 0)
            tooDeep--;
        else if (outer.Count > 0)
        {
            level = outer[^1];
            outer.RemoveAt(outer.Count - 1);
        }
    }

    /// <returns>Null when there is none and the token is to be understood as any other.</returns>
    private int? TableReference(int at)
    {
        switch (tokens[at].Word)
        {
            // FINAL TABLE (INSERT …), TABLE (function) or (fullselect), LATERAL (fullselect)
            case SqlWord.Final or SqlWord.Old or SqlWord.New or SqlWord.Table or SqlWord.Lateral when IsSign(at + 1, '(')
                || Is(at + 1, SqlWord.Table):
                level.Expects = false;
                return at + 1;
            case SqlWord.Select or SqlWord.With or SqlWord.Values:
                level.Expects = level.From = false;
                return null;
            case SqlWord.Where or SqlWord.Group or SqlWord.Having or SqlWord.Order or SqlWord.Union or SqlWord.Except
                or SqlWord.Intersect or SqlWord.Fetch or SqlWord.For or SqlWord.Join or SqlWord.On:
                level.Expects = false;
                return null;
        }
        if (IsSign(at, '('))
            return null;
        level.Expects = false;
        if (SqlName.Read(text, at) is not { } name)
            return null;
        // XMLTABLE(…), UNNEST(…), a table function
        if (!IsSign(name.Next, '('))
            Refer(Verb.Reads, name);
        return name.Next;
    }

    private int Keyword(int at, SqlWord word)
    {
        switch (word)
        {
            case SqlWord.Select:
                (level.Select, level.From, level.With) = (true, false, false);
                break;
            // IS DISTINCT FROM compares.
            case SqlWord.From when level.Select
                && !(Is(at - 1, SqlWord.Distinct) && (Is(at - 2, SqlWord.Is) || Is(at - 2, SqlWord.Not))):
                level.From = level.Expects = true;
                break;
            case SqlWord.Join:
                level.Expects = level.From;
                break;
            case SqlWord.Using when level.Merge:
                level.From = level.Expects = true;
                break;
            case SqlWord.On:
                return On(at);
            case SqlWord.With when CommonTable(at + 1) is { } after:
                return after;
            case SqlWord.For when Is(at + 1, SqlWord.System_Time) || Is(at + 1, SqlWord.Business_Time):
                break;
            case SqlWord.Where or SqlWord.Group or SqlWord.Having or SqlWord.Order or SqlWord.Fetch or SqlWord.Union
                or SqlWord.Except or SqlWord.Intersect or SqlWord.Limit or SqlWord.Offset or SqlWord.Queryno or SqlWord.Optimize
                or SqlWord.For or SqlWord.Set or SqlWord.Values or SqlWord.With:
                level.From = false;
                break;
            case SqlWord.Insert when Is(at + 1, SqlWord.Into):
                return Target(at + 2, Verb.Writes);
            case SqlWord.Delete when Is(at + 1, SqlWord.From):
                return Target(at + 2, Verb.Deletes);
            case SqlWord.Merge when Is(at + 1, SqlWord.Into):
                level.Merge = true;
                return Target(at + 2, Verb.Updates);
            case SqlWord.Update when IsUpdate(at):
                return Target(at + 1, Verb.Updates);
            case SqlWord.Call:
                return Call(at + 1);
            case SqlWord.Prepare or SqlWord.Execute:
                return Dynamic(at);
            case SqlWord.References when definesTable:
                return Target(at + 1, Verb.Uses);
            case SqlWord.In when definesTable && outer.Count == 0:
                return InTablespace(at + 1);
        }
        return at + 1;
    }

    private int Target(int at, Verb verb)
    {
        (level.With, level.From, level.Expects) = (false, false, false);
        if (SqlName.Read(text, at) is not { } name)
            return at;
        Refer(verb, name);
        return name.Next;
    }

    /// <summary>FOR UPDATE OF, AFTER UPDATE ON and WHEN MATCHED THEN UPDATE SET name no table: here SET follows one.</summary>
    private bool IsUpdate(int at)
    {
        if (Is(at + 1, SqlWord.Of) || Is(at + 1, SqlWord.On) || Is(at + 1, SqlWord.Set) || Is(at + 1, SqlWord.With)
            || SqlName.Read(text, at + 1) is not { } name)
            return false;
        var next = name.Next;
        if (at == begins)
            return true;
        if (Is(next, SqlWord.As))
            next += 2;
        else if (!Is(next, SqlWord.Set))
            next++;
        return Is(name.Next, SqlWord.For) && Is(name.Next + 1, SqlWord.Portion) || Is(next, SqlWord.Set);
    }

    /// <summary><c>name (columns) AS (</c>; the table expression itself is read as any other fullselect.</summary>
    /// <returns>Null when that is not what stands there: WITH UR, WITH HOLD.</returns>
    private int? CommonTable(int at)
    {
        if (SqlName.Read(text, at) is not { } name)
            return null;
        var next = name.Next;
        if (IsSign(next, '('))
        {
            next++;
            while (IsSign(next + 1, ',') && tokens[next].Kind is SqlTokenKind.Word or SqlTokenKind.Delimited)
                next += 2;
            if (!IsSign(next + 1, ')'))
                return null;
            next += 2;
        }
        if (!Is(next, SqlWord.As) || !IsSign(next + 1, '('))
            return null;
        (commonTables ??= new(StringComparer.Ordinal)).Add(name.Name);
        (level.With, level.From) = (true, false);
        return next + 1;
    }

    private string Shown(int start)
    {
        // That semicolon was within a literal or comment.
        if (start >= end)
            end = Semicolon(start);
        return text.OneLine(tokens[begins].Start, end, start);
    }

    private void Refer(Verb verb, SqlName name, ThingKind kind = ThingKind.Table)
    {
        if (kind == ThingKind.Table && verb == Verb.Reads && commonTables?.Contains(name.Name) == true)
            return;
        if (name.Name.Length == 0)
        {
            findings.Complain(text.At(name.Start), "sql.empty-name", "There is nothing between these quotes.");
            return;
        }
        findings.Refer(SymbolicName.Judge(
            new(from, verb, new(kind, name.Name), text.At(name.Start), Shown(name.Start))
            {
                Through = name.Location,
            }));
    }

    private bool Is(int at, SqlWord word) => at >= 0 && at < tokens.Count && tokens[at].Word == word;

    private bool IsSign(int at, char sign) =>
        at < tokens.Count && tokens[at].Kind == SqlTokenKind.Sign && text.Span[tokens[at].Start] == sign;
}
