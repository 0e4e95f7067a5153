namespace Sluice.Mainframe.Rexx;

// What variables that name something may hold.
internal sealed partial class HostCommands
{
    private readonly List<Given> given = [];
    private readonly HashSet<string> variables = [];

    /// <param name="Literal">The value; null when it is that of <paramref name="Other"/>.</param>
    /// <param name="Until">Where the statement ends.</param>
    private readonly record struct Given(string Item, string? Literal, string? Other, Place At, Place Until);

    public void Assign(string item, string? literal, string? other, Place at, Place until) =>
        given.Add(new(item, literal, other, at, until));

    /// <summary>Those of variables that name something, and of the variables they get their values from.</summary>
    /// <param name="inWords">A statement from one place until another: few of all are ever asked for.</param>
    public void KeepAssignments(Func<Place, Place, string> inWords)
    {
        if (variables.Count == 0)
            return;
        var byItem = given.ToLookup(one => one.Item);
        var open = new Queue<string>(variables);
        while (open.TryDequeue(out var item))
            foreach (var one in byItem[item])
            {
                findings.Assign(new(one.Item, AssignedBy.Move, one.Literal, one.Other, one.At, inWords(one.At, one.Until)));
                if (one.Other is { } other && variables.Add(other))
                    open.Enqueue(other);
            }
    }
}
