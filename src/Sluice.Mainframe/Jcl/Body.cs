namespace Sluice.Mainframe.Jcl;

/// <summary>The statements of a job, a procedure or an INCLUDE group, in their order, and the steps they make.</summary>
internal sealed class Body
{
    private readonly List<Statement> statements = [];
    private readonly List<Step> steps = [];
    private readonly List<Dd> leading = [];
    private Dictionary<string, Step>? byName;

    /// <summary>Of in-stream procedures only the PROC statement.</summary>
    public IReadOnlyList<Statement> Statements => statements;

    public IReadOnlyList<Step> Steps => steps;

    /// <summary>DD statements before the first step: JOBLIB, and all of an INCLUDE group without steps.</summary>
    public IReadOnlyList<Dd> Leading => leading;

    /// <summary>A value may be that of an earlier statement: <c>DSN=*.STEP1.OUT</c>.</summary>
    public bool HasReferbacks { get; private set; }

    /// <returns>The first of that name; null when there is none.</returns>
    public Step? Find(string name)
    {
        if (byName is null)
        {
            byName = [];
            foreach (var step in steps)
                byName.TryAdd(step.Name, step);
        }
        return byName.GetValueOrDefault(name);
    }

    internal void Add(Statement statement)
    {
        statements.Add(statement);
        HasReferbacks |= statement.Field.Contains("=*.", StringComparison.Ordinal);
        if (statement.Operation == Operation.Exec)
            steps.Add(new(statement, steps.Count + 1));
        else if (statement.Operation == Operation.Dd)
        {
            var dds = steps is [.., var step] ? step.Own : leading;
            var before = dds is [.., var last] ? last : null;
            dds.Add(statement.Name.Length > 0 || before is null
                ? new(statement.Name, 0, statement)
                : new(before.Name, before.Sequence + 1, statement));
        }
    }
}

/// <summary>An EXEC statement and the DD statements after it.</summary>
/// <param name="Number">Within its job or procedure, from 1.</param>
internal sealed record Step(Statement Exec, int Number)
{
    private Dictionary<string, Dd>? byName;

    internal List<Dd> Own { get; } = [];

    /// <summary>Numbered when the statement gives none: <c>#3</c>.</summary>
    public string Name => Exec.Name.Length > 0 ? Exec.Name : $"#{Number}";

    public IReadOnlyList<Dd> Dds => Own;

    /// <returns>The first of a concatenation; null when there is none.</returns>
    public Dd? Find(string name)
    {
        if (byName is null)
        {
            byName = [];
            foreach (var dd in Own)
                byName.TryAdd(dd.Name, dd);
        }
        return byName.GetValueOrDefault(name);
    }
}

/// <summary>A DD statement as one of a concatenation.</summary>
/// <param name="Name">That of the concatenation's first.</param>
/// <param name="Sequence">0 for the first.</param>
internal sealed record Dd(string Name, int Sequence, Statement Statement)
{
    /// <summary>With the place in the concatenation after the first: <c>SORTIN(1)</c>.</summary>
    public string Label => Sequence == 0 ? Name : $"{Name}({Sequence})";
}
