namespace Sluice.Mainframe.Jcl;

/// <summary>
/// <c>JCLLIB ORDER=(LIB1,LIB2)</c>: the libraries in which procedures and INCLUDE groups are looked for, the first one first. Source:
/// z/OS MVS JCL Reference, chapter "JCLLIB statement".
/// </summary>
internal static class JclLib
{
    /// <summary>Of a job, for which one such statement counts, and only before its first step.</summary>
    public static IReadOnlyList<DataSetTarget> SearchOrder(Body body)
    {
        var symbols = new Symbols();
        foreach (var statement in body.Statements)
            switch (statement.Operation)
            {
                case Operation.Set:
                    symbols.Set(statement);
                    break;
                case Operation.JclLib when statement.Find("ORDER") is { } order:
                    return [.. Libraries(statement, order, symbols).Select(library => library.Target)];
                case Operation.Exec:
                    return [];
            }
        return [];
    }

    public static IEnumerable<(DataSetTarget Target, Place At)> Libraries(Statement statement, Operand order, Symbols symbols)
    {
        var value = order.Value.ToString();
        foreach (var (start, length) in OperandField.Items(value))
            if (length > 0)
                yield return (DataSetTarget.Of(value.Substring(start, length), symbols),
                    statement.PlaceOf(order.ValueStart + start + (value[start] == '\'' ? 1 : 0)));
    }
}
