namespace Sluice.Mainframe.Jcl;

/// <summary>Walks through a job's statements, and through those that EXEC and INCLUDE bring in.</summary>
internal sealed class Expander(Job job, Func<string, Proc?> procs, Func<string, JclMember?> includes, Findings findings)
{
    /// <summary>
    /// Of procedures, of INCLUDE groups and of IF. Source: z/OS MVS JCL Reference: each may be nested up to 15 deep.
    /// </summary>
    public const int Deepest = 15;

    /// <summary>
    /// Procedures that call others twice each could make more than any machine holds; no job runs nearly as many.
    /// </summary>
    public const int MostStatements = 100_000;

    private const int LongValue = 500;

    private readonly List<ExpandedStep> steps = [];
    private readonly List<ExpandedDd> libraries = [];
    private readonly Stack<string> inside = [];
    private readonly Dictionary<string, Proc> inStream = InStream(job);
    private int left = MostStatements;
    private bool isCut;

    public IReadOnlyList<ExpandedStep> Steps => steps;

    public IReadOnlyList<ExpandedDd> Libraries => libraries;

    public void Expand(Body body, Level level)
    {
        foreach (var statement in body.Statements)
        {
            if (left-- <= 0)
            {
                if (!isCut)
                    findings.Complain(job.Begin.At, "jcl.expansion-too-large",
                        $"The job has more than {MostStatements} statements with its procedures; the rest is left out.");
                isCut = true;
                return;
            }
            switch (statement.Operation)
            {
                case Operation.Set:
                    level.Symbols.Set(statement);
                    break;
                case Operation.Exec:
                    Exec(statement, level);
                    break;
                case Operation.Dd:
                    Dd(statement, level);
                    break;
                case Operation.Include:
                    Include(statement, level);
                    break;
                case Operation.If or Operation.Else or Operation.EndIf:
                    Condition(statement, level);
                    break;
            }
        }
    }

    private void Exec(Statement exec, Level level)
    {
        level.StepCount++;
        level.DdName = "";
        var name = exec.Name.Length > 0 ? exec.Name : $"#{level.StepCount}";
        var origin = Origin(exec);
        if (ExecReader.Program(exec) is null && ExecReader.Procedure(exec) is { } operand)
        {
            var called = Named.Of(operand.Value.ToString(), level.Symbols);
            if (called.Why is null && Find(called.Name, exec, level) is { } proc)
            {
                Call(exec, name, called.Name, proc, level);
                return;
            }
            Add(level, new(name, level.Calls, origin)
            {
                Source = level.Source,
                Conditions = [.. level.Conditions],
                Why = called.Why ?? $"The procedure {called.Name} is not expanded.",
            });
            return;
        }
        var step = new ExpandedStep(name, level.Calls, origin) { Source = level.Source, Conditions = [.. level.Conditions] };
        if (ExecReader.Program(exec) is { ValueLength: > 0 } pgm)
        {
            var program = Named.Of(pgm.Value.ToString(), level.Symbols);
            // A referback is looked up when all data sets are known.
            var isKnown = program.Why is null || program.Name.StartsWith("*.", StringComparison.Ordinal);
            step.Program = isKnown ? program.Name : null;
            step.Why = isKnown ? null : program.Why;
        }
        else
            step.Why = "EXEC names no program and no procedure.";
        step.Parm = Value(exec, "PARM", level) is { } parm ? Literal.Parameter(parm) : null;
        step.Cond = Value(exec, "COND", level);
        Add(level, step);
    }

    private void Add(Level level, ExpandedStep step)
    {
        steps.Add(step);
        (level.Step, level.Call) = (step, null);
    }

    private Proc? Find(string name, Statement exec, Level level)
    {
        var at = exec.At;
        if (inside.Contains(name))
            findings.Complain(at, "jcl.proc-calls-itself",
                $"In {exec.Member}, the procedure {name} is called from within itself.");
        else if (level.Calls.Count >= Deepest)
            findings.Complain(at, "jcl.proc-too-deep",
                $"In {exec.Member}, {name} is called more than {Deepest} procedures deep.");
        else if ((inStream.GetValueOrDefault(name) ?? procs(name)) is { } proc)
            return proc;
        else
            findings.Complain(at, "jcl.proc-not-found", $"The procedure {name} that {exec.Member} calls is not there.");
        return null;
    }

    private void Call(Statement exec, string stepName, string procName, Proc proc, Level level)
    {
        var symbols = new Symbols(level.Symbols);
        foreach (var operand in exec.Operands)
            if (!operand.IsPositional && !ExecOverrides.IsParameter(operand.Key))
                symbols.Assign(operand.Key.ToString(), Substitution.Value(exec, operand, level.Symbols));
        if (proc.Begin is { } begin)
            foreach (var operand in begin.Operands)
                if (!operand.IsPositional)
                    symbols.Assign(operand.Key.ToString(), Substitution.Value(begin, operand, symbols));
        var first = steps.Count;
        inside.Push(procName);
        Expand(proc.Body, new(symbols, [.. level.Calls, stepName], [.. level.Conditions]) { Source = proc.Source });
        inside.Pop();
        var called = new Call(steps[first..], level.Calls.Count + 1);
        ExecOverrides.Apply(exec, called, operand => Substitution.In(operand.Value.ToString(), level.Symbols).Text);
        (level.Step, level.Call) = (null, called);
    }

    private void Dd(Statement statement, Level level)
    {
        var dd = DdOverrides.Of(statement, level, Origin(statement));
        // Symbols can make much of a short statement, which then counts as many.
        foreach (var value in dd.Operands.Values)
            left -= value.Length / LongValue;
        if (level.Call is { } call)
        {
            if (!call.Take(statement, dd))
                findings.Complain(statement.At, "jcl.override-without-step",
                    $"In {statement.Member}, the DD statement {statement.Name} is of no step of the procedure.");
            return;
        }
        level.DdName = statement.Name.Length > 0 ? statement.Name : level.DdName;
        dd = dd with { Name = level.DdName };
        if (level.Step is { } step)
            step.Add(dd);
        else
            libraries.Add(dd);
    }

    private void Include(Statement statement, Level level)
    {
        if (statement.Find("MEMBER") is not { ValueLength: > 0 } operand)
            return;
        var name = Named.Of(operand.Value.ToString(), level.Symbols);
        // Kept apart from procedures, which may have the same names.
        var key = $"INCLUDE {name.Name}";
        if (name.Why is not null)
            findings.Complain(statement.At, "jcl.include-not-known", $"In {statement.Member}: {name.Why}");
        else if (inside.Contains(key))
            findings.Complain(statement.At, "jcl.include-of-itself",
                $"In {statement.Member}, {name.Name} is included within itself.");
        else if (inside.Count >= 2 * Deepest)
            findings.Complain(statement.At, "jcl.include-too-deep",
                $"In {statement.Member}, {name.Name} is included more than {Deepest} deep.");
        else if (includes(name.Name) is not { } member)
            findings.Complain(statement.At, "jcl.include-not-found",
                $"The member {name.Name} that {statement.Member} includes is not there.");
        else
        {
            var source = level.Source;
            level.Source = member.Source;
            inside.Push(key);
            Expand(member.Group, level);
            inside.Pop();
            level.Source = source;
        }
    }

    private static void Condition(Statement statement, Level level)
    {
        if (statement.Operation == Operation.If && level.Conditions.Count >= Deepest)
            level.Deeper++;
        else if (statement.Operation == Operation.If)
            level.Conditions.Add(Substitution.In(statement.Field, level.Symbols).Text);
        else if (level.Deeper > 0)
            level.Deeper -= statement.Operation == Operation.EndIf ? 1 : 0;
        else if (level.Conditions.Count == 0)
            return;
        else if (statement.Operation == Operation.Else)
            level.Conditions[^1] = $"NOT ({level.Conditions[^1]})";
        else
            level.Conditions.RemoveAt(level.Conditions.Count - 1);
    }

    private static string? Value(Statement exec, string key, Level level) =>
        exec.Find(key) is { } operand ? Substitution.In(operand.Value.ToString(), level.Symbols).Text : null;

    private static Link Origin(Statement statement) => new(statement.Member, statement.At, statement.Text);

    private static Dictionary<string, Proc> InStream(Job job)
    {
        var procs = new Dictionary<string, Proc>();
        foreach (var proc in job.Procs)
            procs.TryAdd(proc.Name, proc);
        return procs;
    }
}
