using System.Collections.Frozen;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// What EXEC of a procedure says of the procedure's steps: <c>PARM.STEP</c> of one; without step PARM is of the first and takes
/// that of all others away, COND is of all. Everything else with a keyword gives a value to a symbol.
/// Source: z/OS MVS JCL Reference, chapter "EXEC statement".
/// </summary>
internal static class ExecOverrides
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.ToFrozenSet(
        [
            "PGM", "PROC", "ACCT", "ADDRSPC", "CCSID", "COND", "DYNAMNBR", "MEMLIMIT", "PARM", "PARMDD", "PERFORM", "RD",
            "REGION", "REGIONX", "RLSTMOUT", "TIME", "TVSMSG", "TVSAMCOM",
        ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Parameters.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsParameter(ReadOnlySpan<char> key) => Lookup.Contains(key) || key.Contains('.');

    public static void Apply(Statement exec, Call call, Func<Operand, string> value)
    {
        foreach (var operand in exec.Operands)
            if (operand.Is("PARM"))
                for (var at = 0; at < call.Steps.Count; at++)
                    call.Steps[at].Parm = at == 0 ? Literal.Parameter(value(operand)) : null;
            else if (operand.Is("COND"))
                foreach (var step in call.Steps)
                    step.Cond = value(operand);
        foreach (var operand in exec.Operands)
            if (operand.Key.IndexOf('.') is > 0 and var dot && call.Find(Name.Upper(operand.Key[(dot + 1)..])) is { } step)
                if (operand.Key[..dot].Equals("PARM", StringComparison.OrdinalIgnoreCase))
                    step.Parm = Literal.Parameter(value(operand));
                else if (operand.Key[..dot].Equals("COND", StringComparison.OrdinalIgnoreCase))
                    step.Cond = value(operand);
    }
}
