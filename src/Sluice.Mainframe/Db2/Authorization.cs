namespace Sluice.Mainframe.Db2;

/// <summary>GRANT and REVOKE: <see cref="Reference.Through"/> says which privileges and whose.</summary>
/// <remarks>
/// Db2 for z/OS SQL Reference, "GRANT" and "REVOKE". Privileges on the system name no object and are not listed.
/// </remarks>
internal static class Authorization
{
    public static void Read(DdlStatement statement, Thing by)
    {
        var isGrant = statement.Is(0, "GRANT");
        var on = Find(statement, 1, "ON", "OF");
        var to = Find(statement, on < 0 ? 1 : on, isGrant ? "TO" : "FROM", "BY");
        if (on < 0)
            return;
        var through = statement.Words(1, on) + (to < 0 ? "" : " " + statement.Words(to, statement.Count));
        // A table is meant where nothing is said.
        var type = DdlObject.Of(statement, on + 1, statement.Is(on + 1, "DISTINCT") || statement.Is(on + 1, "SPECIFIC") ? 1 : 0)
            ?? new(ThingKind.Table, "TABLE", true, on + 1);
        for (var at = type.NameAt; statement.Name(at) is { } name; at++)
        {
            var next = name.Next;
            // PACKAGE COLLECTION.* is every package of it.
            if (statement.Is(next, ".") && statement.Is(next + 1, "*"))
            {
                statement.Refer(by, isGrant ? Verb.Permits : Verb.Uses, new(type.Kind, $"{name.Name}.*"),
                    name with { Name = $"{name.Name}.*" }, through);
                next += 2;
            }
            else
                statement.Refer(by, isGrant ? Verb.Permits : Verb.Uses, type.Named(statement, name), name, through);
            // A function is told from others of its name by its parameters.
            if (statement.Is(next, "("))
                next = Find(statement, next, ")", ")") is >= 0 and var close ? close + 1 : next;
            if (!statement.Is(next, ","))
                break;
            at = next;
        }
    }

    private static int Find(DdlStatement statement, int at, ReadOnlySpan<char> word, ReadOnlySpan<char> other)
    {
        for (; at < statement.Count; at++)
            if (statement.Is(at, word) || statement.Is(at, other))
                return at;
        return -1;
    }
}
