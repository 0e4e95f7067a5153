namespace Sluice.Mainframe.Rexx;

// What variables that name something may hold.
internal sealed partial class HostCommands
{
    private readonly List<Assignment> assignments = [];
    private readonly HashSet<string> variables = [];

    public void Assign(Assignment assignment) => assignments.Add(assignment);

    /// <summary>Those of variables that name something, and of the variables they get their values from.</summary>
    public void KeepAssignments()
    {
        var byItem = assignments.ToLookup(assignment => assignment.Item);
        var open = new Queue<string>(variables);
        while (open.TryDequeue(out var item))
            foreach (var assignment in byItem[item])
            {
                findings.Assign(assignment);
                if (assignment.Other is { } other && variables.Add(other))
                    open.Enqueue(other);
            }
    }
}
