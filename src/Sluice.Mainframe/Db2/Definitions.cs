using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Db2;

/// <summary>CREATE, ALTER, DROP, COMMENT and every other statement that names tables.</summary>
/// <remarks>Db2 for z/OS SQL Reference, chapter "Statements".</remarks>
internal static class Definitions
{
    /// <summary>Where a table space is kept that names no database.</summary>
    private const string DefaultDatabase = "DSNDB04";

    /// <param name="found">What the reading of tables found in the statement.</param>
    public static void Read(DdlStatement statement, Thing by, Findings found)
    {
        var verb = statement.Is(0, "CREATE") ? Verb.Creates
            : statement.Is(0, "ALTER") ? Verb.Updates
            : statement.Is(0, "DROP") ? Verb.Deletes
            : default(Verb?);
        var type = verb is null ? null : DdlObject.Of(statement, 1);
        var name = type is null ? null : statement.Name(type.Value.NameAt);
        if (verb is null || type is not { } known || name is not { } written)
        {
            foreach (var reference in found.References)
                statement.Take(reference, null);
            Comment(statement, by);
            return;
        }
        var what = known.Kind == ThingKind.Tablespace ? Tablespace(statement, written, verb.Value)
            : known.Named(statement, written);
        if (verb == Verb.Creates)
            statement.Define(what, written);
        // The kinds that the reading of tables knows are among what it found.
        if (known.Kind == ThingKind.Resource)
            statement.Refer(by, verb.Value, what, written);
        foreach (var reference in found.References)
            statement.Take(reference, what);
        if (verb != Verb.Deletes)
            Clauses(statement, what, known, written.Next);
    }

    private static Thing Tablespace(DdlStatement statement, SqlName name, Verb verb)
    {
        if (name.Name.Contains('.', StringComparison.Ordinal))
            return new(ThingKind.Tablespace, name.Name);
        var database = verb == Verb.Creates && statement.Is(name.Next, "IN") ? statement.Name(name.Next + 1)?.Name : null;
        // DROP and ALTER find what they are told in the default database, too.
        return new(ThingKind.Tablespace, verb == Verb.Creates ? $"{database ?? DefaultDatabase}.{name.Name}" : name.Name);
    }

    /// <summary>What a definition names behind its own name, where the reading of tables does not look.</summary>
    private static void Clauses(DdlStatement statement, Thing what, DdlObject type, int at)
    {
        var isRoutine = type.Type is "PROCEDURE" or "FUNCTION";
        var hasTable = type.Type is "MASK" or "PERMISSION";
        for (; at < statement.Count; at++)
            switch (statement.Known(at))
            {
                case SqlWord.Stogroup:
                    Refer(statement, what, "STOGROUP", at + 1);
                    break;
                case SqlWord.Bufferpool:
                    Refer(statement, what, "BUFFERPOOL", at + 1);
                    break;
                case SqlWord.In when statement.Known(at + 1) == SqlWord.Database:
                    Refer(statement, what, "DATABASE", at + 2);
                    break;
                case SqlWord.In when type.Kind == ThingKind.Tablespace:
                    Refer(statement, what, "DATABASE", at + 1);
                    break;
                case SqlWord.Stores:
                case SqlWord.On when hasTable:
                    Table(statement, what, at + 1);
                    hasTable = false;
                    break;
                case SqlWord.History when statement.Known(at + 1) == SqlWord.Table:
                    Table(statement, what, at + 2);
                    break;
                case SqlWord.External when isRoutine && !statement.Is(at + 1, "ACTION") && !statement.Is(at + 1, "SECURITY"):
                    External(statement, what, at + 1);
                    break;
            }
    }

    private static void Refer(DdlStatement statement, Thing what, string type, int at)
    {
        if (statement.Name(at) is { } name)
            statement.Refer(what, Verb.Uses, new(ThingKind.Resource, $"{type} {name.Name}"), name);
    }

    private static void Table(DdlStatement statement, Thing what, int at)
    {
        if (statement.Name(at) is { } name)
            statement.Refer(what, Verb.Uses, statement.InSchema(new(ThingKind.Table, name.Name)), name);
    }

    /// <summary>EXTERNAL NAME MODULE or 'MODULE'; EXTERNAL by itself is a module of the routine's own name.</summary>
    private static void External(DdlStatement statement, Thing what, int at)
    {
        if (!statement.Is(at, "NAME"))
        {
            var own = what.Name[(what.Name.LastIndexOfAny(['.', ' ']) + 1)..];
            statement.Refer(what, Verb.Calls, new(ThingKind.Program, own), new(own, null, statement.Start(at - 1), at));
            return;
        }
        if (statement.Word(at + 1) is ['\'', .. var literal, '\''])
        {
            // Of Java it is a class and a method: 'JAR:Class.method'.
            if (!literal.ContainsAny('.', ':', '!') && !literal.ContainsAny('/', '('))
                statement.Refer(what, Verb.Calls, new(ThingKind.Program, literal.Upper()),
                    new(literal.Upper(), null, statement.Start(at + 1) + 1, at + 2));
        }
        else if (statement.Name(at + 1) is { } name)
            statement.Refer(what, Verb.Calls, new(ThingKind.Program, name.Name), name);
    }

    /// <summary>COMMENT ON COLUMN SCHEMA.TABLE.COLUMN: the table, whose last part the column is.</summary>
    private static void Comment(DdlStatement statement, Thing by)
    {
        if ((!statement.Is(0, "COMMENT") && !statement.Is(0, "LABEL")) || !statement.Is(1, "ON") || !statement.Is(2, "COLUMN"))
            return;
        if (statement.Name(3) is not { } column)
            return;
        var table = column.Location is null ? column.Name[..Math.Max(0, column.Name.LastIndexOf('.'))]
            : $"{column.Location}.{column.Name[..column.Name.LastIndexOf('.')]}";
        if (table.Length > 0)
            statement.Refer(by, Verb.Uses, statement.InSchema(new(ThingKind.Table, table)), column with { Location = null });
    }
}
