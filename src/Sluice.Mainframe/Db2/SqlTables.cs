namespace Sluice.Mainframe.Db2;

/// <summary>
/// The tables that SQL statements read and alter, whether they stand in a program, in a utility's input or in a definition.
/// Source: Db2 for z/OS SQL Reference, chapters "Queries" (subselect, from-clause, joined-table, common-table-expression) and
/// "Statements".
/// </summary>
/// <remarks>
/// What a view, alias or synonym stands for is not known here: it is given as a table of its own name. A name without schema is
/// given without one, because the schema is told when the statement is bound or by CURRENT SQLID.
/// </remarks>
internal static class SqlTables
{
    /// <param name="text">One statement or several; see <see cref="SqlText"/>.</param>
    public static void Read(SqlText text, Thing from, Findings findings)
    {
        SqlTokens.Read(text, findings);
        if (text.IsCut)
            findings.Complain(text.At(0), "sql.statement-too-long",
                $"The statement is longer than Db2 takes, {SqlText.LongestStatement} characters; its end was not read.");
        if (text.Tokens.Count > 0)
            new SqlWalk(text, from, findings).Statements();
    }
}
