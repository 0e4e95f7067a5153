namespace Sluice.Mainframe.Db2;

/// <summary>
/// Statements that define, or that name a table right after their first words. Source: Db2 for z/OS SQL Reference, chapter
/// "Statements": ALTER, COMMENT, CREATE, DECLARE, DROP, EXCHANGE, GRANT, LABEL, LOCK TABLE, REFRESH TABLE, RENAME, REVOKE,
/// TRUNCATE.
/// </summary>
internal sealed partial class SqlWalk
{
    // CREATE UNIQUE WHERE NOT NULL INDEX has most words before what it creates.
    private const int MostModifiers = 5;

    /// <summary>Where CREATE TABLESPACE and CREATE TABLE put what names no database.</summary>
    private const string DefaultDatabase = "DSNDB04";

    /// <summary>What the statement does to the table after its ON; null when it is not that kind of statement.</summary>
    private Verb? on;

    private bool definesTable;

    /// <returns>The token to go on with: a definition can hold selects.</returns>
    private int Definition(int at)
    {
        switch (tokens[at].Word)
        {
            case SqlWord.Create:
                return Create(AfterModifiers(at + 1));
            case SqlWord.Alter:
                definesTable = Is(at + 1, SqlWord.Table);
                return Named(at + 1, Verb.Updates);
            case SqlWord.Drop:
                return Named(at + 1, Verb.Deletes);
            case SqlWord.Declare:
                return Declare(at + 1);
            case SqlWord.Lock when Is(at + 1, SqlWord.Table):
                return Target(at + 2, Verb.Uses);
            case SqlWord.Truncate:
                return Target(Is(at + 1, SqlWord.Table) ? at + 2 : at + 1, Verb.Deletes);
            case SqlWord.Refresh when Is(at + 1, SqlWord.Table):
                return Target(at + 2, Verb.Updates);
            case SqlWord.Rename when Is(at + 1, SqlWord.Table):
                return Rename(at + 2);
            // EXCHANGE DATA BETWEEN TABLE one AND other
            case SqlWord.Exchange when Is(at + 3, SqlWord.Table):
                return Target(Target(at + 4, Verb.Updates) + 1, Verb.Updates);
            case SqlWord.Grant:
                on = Verb.Permits;
                return at + 1;
            case SqlWord.Revoke or SqlWord.Comment or SqlWord.Label:
                on = Verb.Uses;
                return at + 1;
            default:
                return at;
        }
    }

    private int AfterModifiers(int at)
    {
        var most = at + MostModifiers;
        // CREATE FUNCTION … RETURNS TABLE creates no table.
        while (at < most && at < tokens.Count && KindOf(tokens[at].Word) is null && !NamesNoTable(at))
            at++;
        return at;
    }

    private int Create(int at)
    {
        if (Is(at, SqlWord.Tablespace))
            return CreateTablespace(at + 1);
        if (Is(at, SqlWord.Index) || Is(at, SqlWord.Trigger))
            on = Verb.Uses;
        definesTable = Is(at, SqlWord.Table);
        var isAlias = Is(at, SqlWord.Alias) || Is(at, SqlWord.Synonym);
        at = Named(at, Verb.Creates);
        if (isAlias && Is(at, SqlWord.For))
            return Is(at + 1, SqlWord.Sequence) ? at + 2 : Target(Is(at + 1, SqlWord.Table) ? at + 2 : at + 1, Verb.Uses);
        return definesTable && Is(at, SqlWord.Like) ? Target(at + 1, Verb.Uses) : at;
    }

    private int Named(int at, Verb verb)
    {
        if (at >= tokens.Count || KindOf(tokens[at].Word) is not { } kind || SqlName.Read(text, at + 1) is not { } name)
            return at;
        Refer(verb, name, kind);
        return name.Next;
    }

    private int CreateTablespace(int at)
    {
        if (SqlName.Read(text, at) is not { } name)
            return at;
        var database = Is(name.Next, SqlWord.In) ? SqlName.Read(text, name.Next + 1) : null;
        Refer(Verb.Creates, name with { Name = $"{database?.Name ?? DefaultDatabase}.{name.Name}" }, ThingKind.Tablespace);
        return database?.Next ?? name.Next;
    }

    private int InTablespace(int at)
    {
        if (Is(at, SqlWord.Database) || Is(at, SqlWord.Accelerator) || SqlName.Read(text, at) is not { } name)
            return at;
        var qualified = name.Name.Contains('.', StringComparison.Ordinal) ? name.Name : $"{DefaultDatabase}.{name.Name}";
        Refer(Verb.Uses, name with { Name = qualified }, ThingKind.Tablespace);
        return name.Next;
    }

    /// <summary>Of a temporary table, and of one that a program describes to the precompiler, as DCLGEN does.</summary>
    private int Declare(int at)
    {
        if (Is(at, SqlWord.Global) && Is(at + 1, SqlWord.Temporary) && Is(at + 2, SqlWord.Table))
            return Target(at + 3, Verb.Creates);
        if (SqlName.Read(text, at) is not { } name || !Is(name.Next, SqlWord.Table))
            return at;
        Refer(Verb.Uses, name);
        return name.Next;
    }

    /// <summary>The new name has no schema of its own: the table stays in its schema.</summary>
    private int Rename(int at)
    {
        if (SqlName.Read(text, at) is not { } name)
            return at;
        Refer(Verb.Updates, name);
        if (!Is(name.Next, SqlWord.To) || SqlName.Read(text, name.Next + 1) is not { } renamed)
            return name.Next;
        var schema = name.Name.LastIndexOf('.');
        Refer(Verb.Creates, renamed with { Name = name.Name[..(schema + 1)] + renamed.Name });
        return renamed.Next;
    }

    /// <summary>ON of a join; of a MERGE; of what is granted, indexed or triggers.</summary>
    private int On(int at)
    {
        if (level.Merge)
            (level.Merge, level.From) = (false, false);
        if (on is not { } verb || outer.Count > 0)
            return at + 1;
        on = null;
        var next = at + 1;
        var kind = next < tokens.Count ? KindOf(tokens[next].Word) : null;
        if (kind is not null)
            next++;
        else if (NamesNoTable(next))
            return next;
        while (SqlName.Read(text, next) is { } name)
        {
            Refer(verb, name, kind ?? ThingKind.Table);
            next = name.Next;
            if (!IsSign(next, ','))
                break;
            next++;
        }
        return next;
    }

    private bool NamesNoTable(int at) => at < tokens.Count && tokens[at].Word is SqlWord.Database or SqlWord.Function
        or SqlWord.Procedure or SqlWord.Schema or SqlWord.Collection or SqlWord.Sequence or SqlWord.Type or SqlWord.Distinct
        or SqlWord.Storage or SqlWord.Trigger or SqlWord.Column or SqlWord.Role or SqlWord.Variable;

    private static ThingKind? KindOf(SqlWord word) => word switch
    {
        SqlWord.Table or SqlWord.View or SqlWord.Alias or SqlWord.Synonym => ThingKind.Table,
        SqlWord.Index => ThingKind.Index,
        SqlWord.Tablespace => ThingKind.Tablespace,
        SqlWord.Package => ThingKind.Package,
        SqlWord.Plan => ThingKind.Plan,
        _ => null,
    };
}
