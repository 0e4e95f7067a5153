namespace Sluice.Mainframe.Db2;

/// <summary>A type of object as the statements that define, alter, drop and grant name it.</summary>
/// <param name="Type">In front of the name of a <see cref="ThingKind.Resource"/>.</param>
/// <param name="HasSchema">Names without schema get the current one.</param>
/// <param name="NameAt">The token that the name begins with.</param>
internal readonly record struct DdlObject(ThingKind Kind, string Type, bool HasSchema, int NameAt)
{
    // CREATE UNIQUE WHERE NOT NULL INDEX, CREATE GLOBAL TEMPORARY TABLE
    private const int MostModifiers = 5;

    private static readonly (string Word, ThingKind Kind, bool HasSchema)[] All =
    [
        ("TABLE", ThingKind.Table, true), ("VIEW", ThingKind.Table, true), ("ALIAS", ThingKind.Table, true),
        ("SYNONYM", ThingKind.Table, true), ("INDEX", ThingKind.Index, true), ("TABLESPACE", ThingKind.Tablespace, false),
        ("PACKAGE", ThingKind.Package, false), ("PLAN", ThingKind.Plan, false), ("DATABASE", ThingKind.Resource, false),
        ("STOGROUP", ThingKind.Resource, false), ("BUFFERPOOL", ThingKind.Resource, false), ("TRIGGER", ThingKind.Resource, true),
        ("PROCEDURE", ThingKind.Resource, true), ("FUNCTION", ThingKind.Resource, true), ("SEQUENCE", ThingKind.Resource, true),
        ("TYPE", ThingKind.Resource, true), ("VARIABLE", ThingKind.Resource, true), ("MASK", ThingKind.Resource, true),
        ("PERMISSION", ThingKind.Resource, true), ("ROLE", ThingKind.Resource, false), ("SCHEMA", ThingKind.Resource, false),
        ("COLLECTION", ThingKind.Resource, false), ("CONTEXT", ThingKind.Resource, false),
    ];

    /// <summary>The type at the token, or behind words that only describe it.</summary>
    public static DdlObject? Of(DdlStatement statement, int at, int modifiers = MostModifiers)
    {
        for (var last = Math.Min(at + modifiers, statement.Count - 1); at <= last; at++)
            foreach (var (word, kind, hasSchema) in All)
                // UNIQUE and the like come first; DISTINCT TYPE and SPECIFIC FUNCTION name the second word's object.
                if (statement.Is(at, word))
                    return new(kind, word, hasSchema, at + 1);
        return null;
    }

    public Thing Named(DdlStatement statement, SqlName name)
    {
        var qualified = HasSchema ? statement.Qualified(name.Name) : name.Name;
        return new(Kind, Kind == ThingKind.Resource ? $"{Type} {qualified}" : qualified);
    }
}
