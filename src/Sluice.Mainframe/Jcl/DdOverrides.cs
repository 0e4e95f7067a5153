namespace Sluice.Mainframe.Jcl;

/// <summary>
/// A DD statement put over another: what it says replaces, what it does not say stays, a keyword without value takes away. What
/// cannot be together with what it says goes as well. Source: z/OS MVS JCL User's Guide, on modifying DD statements of
/// procedures.
/// </summary>
internal static class DdOverrides
{
    // Where the data is: a statement has one of them.
    private static readonly string[] Origins = ["*", "DATA", "DUMMY", "SYSOUT", "DSN", "DDNAME", "PATH", "SUBSYS"];

    public static ExpandedDd Of(Statement statement, Level level, Link origin)
    {
        var operands = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var written in statement.Operands)
            if (written.IsPositional && written.Value is ['&', not '&', ..])
                foreach (var operand in OperandField.Split(Substitution.In(written.Value.ToString(), level.Symbols).Text))
                    Add(operands, operand, level.Symbols);
            else
                Add(operands, written, level.Symbols);
        var dd = new ExpandedDd(statement.Name, origin)
        {
            Source = level.Source, Member = statement.Member, Operands = operands, Data = statement.Data,
        };
        Target(dd);
        return dd;
    }

    public static void Apply(ExpandedDd dd, ExpandedDd over)
    {
        // An empty statement stands for one of a concatenation that stays as it is.
        if (over.Operands.Count == 0)
            return;
        var operands = new Dictionary<string, string>(dd.Operands, StringComparer.OrdinalIgnoreCase);
        if (Origins.Any(over.Operands.ContainsKey))
            foreach (var origin in Origins)
                operands.Remove(origin);
        if (over.Operands.ContainsKey("SYSOUT") || over.Operands.ContainsKey("*") || over.Operands.ContainsKey("DATA"))
            operands.Remove("DISP");
        foreach (var (key, value) in over.Operands)
            if (value.Length == 0 && !Origins.Contains(key))
                operands.Remove(key);
            else
                operands[key] = value;
        dd.Operands = operands;
        if (over.Data is not null)
            (dd.Data, dd.Source, dd.Member) = (over.Data, over.Source, over.Member);
        else if (!operands.ContainsKey("*") && !operands.ContainsKey("DATA"))
            dd.Data = null;
        dd.Overriding.Add(over.Origin);
        Target(dd);
    }

    private static void Add(Dictionary<string, string> operands, Operand operand, Symbols symbols)
    {
        var value = Substitution.In(operand.Value.ToString(), symbols).Text;
        if (operand.IsPositional)
            operands[value] = "";
        else
            operands[operand.Is("DSNAME") ? "DSN" : Name.Upper(operand.Key)] = value;
    }

    private static void Target(ExpandedDd dd)
    {
        (dd.DataSet, dd.Why) = (null, null);
        if (dd.Operands.ContainsKey("DUMMY") || !dd.Operands.TryGetValue("DSN", out var written))
            return;
        var name = DataSetName.Of(written);
        // One ampersand and no such symbol: temporary like two. Source: z/OS MVS JCL Reference, chapter "DD statement", DSNAME
        // parameter.
        if (name.Name is ['&', not '&', ..] && Name.IsValid(name.Name.AsSpan(1)) && !Substitution.IsOfSystem(name.Name[1..]))
            name = name with { Name = "&" + name.Name };
        if (name.IsNothing)
            return;
        dd.DataSet = name;
        dd.Why = name.IsReferback || name.IsValid ? null : Named.WhyNot(written, name.Name);
    }
}
