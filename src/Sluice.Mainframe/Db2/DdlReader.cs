using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Db2;

/// <summary>
/// Definitions of Db2: tables, views, indexes, table spaces, routines, and what these refer to. What a definition refers to is
/// said by what it defines; that it is made, altered or dropped, and who may use it, is said by the member.
/// </summary>
/// <remarks>
/// Db2 for z/OS SQL Reference, chapter "Statements": CREATE, ALTER, DROP, GRANT, REVOKE, COMMENT, LABEL, SET CURRENT SQLID.
/// </remarks>
internal static class DdlReader
{
    public static void Read(string name, SourceText source, Findings findings) => Read(CommandSource.Of(name, source), findings);

    public static void Read(CommandSource source, Findings findings)
    {
        var text = new SqlText();
        var statements = new SqlStatements(source.Text, source.First, source.Last, findings);
        var schema = default(string?);
        var found = new Findings();
        while (statements.Next(text))
        {
            found.Clear();
            SqlTables.Read(text, source.By, found);
            foreach (var diagnostic in found.Diagnostics)
                findings.Complain(diagnostic.At, diagnostic.Code, diagnostic.Words);
            if (text.Tokens.Count == 0)
                continue;
            var statement = new DdlStatement(text, source.By, schema, findings);
            if (statement.Is(0, "SET"))
                schema = statement.SetSchema(schema);
            else if (statement.Is(0, "GRANT") || statement.Is(0, "REVOKE"))
                Authorization.Read(statement, source.By);
            else
                Definitions.Read(statement, source.By, found);
        }
    }
}
