using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Writes down which data set a DD statement gives to its step. Source: z/OS MVS JCL Reference, chapter "DD statement".
/// </summary>
internal sealed class DataSetReader(Body body, Symbols symbols, Findings findings)
{
    // A statement may refer to one that refers back itself; in a long row of those each would have all before it in its chain.
    private const int MostLinks = 15;
    private const string NotHere = "The DD statement that it refers back to is not in this member.";

    // Only where a statement refers back, for an estate has many DD statements and few of those.
    private readonly Dictionary<Dd, DataSetTarget>? earlier = body.HasReferbacks ? new(ReferenceEqualityComparer.Instance) : null;

    public void Read(Dd dd, Step? step, Running running)
    {
        var statement = dd.Statement;
        var operands = Operands(statement);
        if (operands is [var first, ..] && first.IsWord("DUMMY"))
            return;
        var disp = Statement.Find(operands, "DISP") is { } said ? said.Value.ToString() : "";
        var disposition = Disposition.Of(Substitution.In(disp, symbols).Text);
        if (Statement.Find(operands, "DSN", "DSNAME") is { ValueLength: > 0 } dsn)
        {
            // What an override does not say it has from the statement that it overrides.
            var verb = !disposition.IsSaid && running.IsProc ? Verb.Uses : disposition.ToVerb(running.Program, dd.Name);
            Refer(dd, step, running, dsn, verb, dd.Label);
        }
        if (Statement.Find(operands, "LIKE") is { ValueLength: > 0 } like)
            Refer(dd, step, running, like, Verb.Uses, $"{dd.Label} LIKE");
    }

    /// <summary>The data set of an earlier DD statement of the same job or procedure: <c>*.DD</c>, <c>*.STEP.DD</c>.</summary>
    /// <remarks>Source: z/OS MVS JCL Reference, section "Backward references".</remarks>
    public DataSetTarget Earlier(string written, Step? step)
    {
        var parts = Name.Upper(written).Split('.');
        var (from, ddName) = parts switch
        {
            [_, var dd] => (step, dd),
            [_, var name, var dd] => (body.Find(name), dd),
            [_, var name, var procStep, var dd] => (body.Find(name), $"{procStep}.{dd}"),
            _ => (null, ""),
        };
        if (from?.Find(ddName) is not { Statement: var named } found || earlier?.TryGetValue(found, out var target) != true)
            return new(new(Name.Upper(written), null), Certainty.Unresolved, NotHere, []);
        return target.Chain.Count >= MostLinks
            ? target
            : target with { Chain = [.. target.Chain, new(named.Member, named.At, named.Text)] };
    }

    private void Refer(Dd dd, Step? step, Running running, Operand operand, Verb verb, string through)
    {
        var statement = dd.Statement;
        var written = operand.Value.ToString();
        var target = DataSetTarget.Of(written, symbols);
        if (target.Name.IsReferback)
            target = Earlier(target.Name.Name, step);
        if (target.Name.IsNothing)
            return;
        earlier?.TryAdd(dd, target);
        // Of operands that are themselves a symbol's value there is the symbol to show.
        var at = !ReferenceEquals(operand.Field, statement.Field) ? statement.PlaceOf(0)
            : statement.PlaceOf(operand.ValueStart + (written[0] == '\'' ? 1 : 0));
        findings.Refer(target.Refer(running.Step, verb, at, statement.Text, through));
        if (Libraries.IsLinked(dd.Name) && target.Name.Member is { } program)
        {
            var made = new Thing(ThingKind.Program, program);
            findings.Refer(SymbolicName.Judge(
                target.Refer(running.Step, Verb.Creates, at, statement.Text, through) with { To = made, Detail = null }));
        }
    }

    // //OUT DD &WHERE with WHERE='DSN=PAY.OUT,DISP=SHR'
    private Operand[] Operands(Statement statement)
    {
        foreach (var operand in statement.Operands)
            if (operand.IsPositional && operand.Value is ['&', not '&', ..])
                return OperandField.Split(Substitution.In(statement.Field, symbols).Text);
        return statement.Operands;
    }
}
