using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Db2;

namespace Sluice.Mainframe.Rexx;

// Db2 for z/OS Command Reference, RUN (DSN); Db2 for z/OS Application Programming and SQL Guide, "Coding SQL statements in REXX
// programs": EXECSQL. What is in a variable cannot be read here.
internal sealed partial class HostCommands
{
    private readonly SqlText sql = new();

    private void Subcommand(int start, int end)
    {
        var (first, after) = FirstWord(start, end);
        if (first >= after || Text.Span[first..after] is var word && !word.Equals("RUN", StringComparison.OrdinalIgnoreCase))
            return;
        string? plan = null;
        foreach (var (at, until) in Values(after, end, "PLAN"))
            plan = Text.Span[at..until].Upper();
        foreach (var keyword in (ReadOnlySpan<string>)["PROGRAM", "PROG"])
            foreach (var (at, until) in Values(after, end, keyword))
                Refer(Verb.Runs, ThingKind.Program, at, until, plan);
        foreach (var (at, until) in Values(after, end, "PLAN"))
            Refer(Verb.Uses, ThingKind.Plan, at, until, null);
        foreach (var keyword in (ReadOnlySpan<string>)["LIBRARY", "LIB"])
            foreach (var (at, until) in Values(after, end, keyword))
                DataSet(Verb.Reads, at, until, null);
    }

    private void ExecSql(int start, int end)
    {
        var (first, after) = FirstWord(start, end);
        if (!Text.Span[first..after].Equals("EXECSQL", StringComparison.OrdinalIgnoreCase))
            return;
        sql.Clear();
        for (var at = after; at < end;)
        {
            var place = Text.At(at);
            var until = at + 1;
            while (until < end && Text.At(until) == place with { Column = place.Column + until - at })
                until++;
            sql.Continue(Text.Span[at..until], place.Line, place.Column);
            at = until;
        }
        SqlTables.Read(sql, from, findings);
    }
}
