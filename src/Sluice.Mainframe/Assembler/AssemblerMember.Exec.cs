using Sluice.Mainframe.Cics;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Db2;
using Sluice.Mainframe.Ims;

namespace Sluice.Mainframe.Assembler;

// CICS Transaction Server for z/OS Application Programming Guide, Db2 for z/OS Application Programming and SQL Guide: commands in
// assembler programs are coded as if they were macros, with EXEC as the operation.
internal sealed partial class AssemblerMember
{
    private readonly SqlText sql = new();

    private void ExecCommand(ReadOnlySpan<char> operands)
    {
        var start = operands.Length - operands.TrimStart(' ').Length;
        var end = operands[start..].IndexOf(' ') is > 0 and var length ? start + length : operands.Length;
        var command = operands[end..];
        var begin = end + command.Length - command.TrimStart(' ').Length;
        command = command.Trim(' ');
        switch (operands[start..end].Upper())
        {
            case "CICS":
                Options(CicsCommand.Read, command, begin);
                break;
            case "DLI":
                Options(DliCommand.Read, command, begin);
                break;
            case "SQL":
                Sql(command, begin);
                break;
        }
    }

    private void Options(Action<Thing, List<CicsOption>, string, Findings> read, ReadOnlySpan<char> command, int begin)
    {
        var found = new Findings();
        read(From, CicsOptions.Of(command, offset => statements.At(begin + offset)), statements.Shown(), found);
        Keep(found);
    }

    private void Sql(ReadOnlySpan<char> statement, int begin)
    {
        if (statement.StartsWith("INCLUDE ", StringComparison.OrdinalIgnoreCase))
        {
            var included = statement["INCLUDE ".Length..].TrimStart(' ');
            Refer(Verb.Copies, ThingKind.Copybook, included, statements.At(begin + statement.Length - included.Length), "SQL");
            return;
        }
        sql.Clear();
        for (var start = 0; start < statement.Length;)
        {
            var place = statements.At(begin + start);
            var end = start + 1;
            while (end < statement.Length && statements.At(begin + end).Line == place.Line)
                end++;
            sql.Continue(statement[start..end], place.Line, place.Column);
            start = end;
        }
        var found = new Findings();
        SqlTables.Read(sql, From, found);
        Keep(found);
    }

    private void Keep(Findings found)
    {
        foreach (var reference in found.References)
        {
            references.Add(reference);
            if (reference.Variable is { } field)
                fields.Add(field);
        }
        foreach (var diagnostic in found.Diagnostics)
            findings.Complain(diagnostic.At, diagnostic.Code, diagnostic.Words);
    }
}
