namespace Sluice.Mainframe.Pli;

// What a variable that names a program or file may hold: INITIAL, VALUE and plain assignments.
internal sealed partial class PliMember
{
    private const int LongestName = 44;

    private readonly List<Assignment> assignments = [];
    private readonly HashSet<string> variables = [];

    /// <summary><c>NAME = 'PAY02';</c> and <c>NAME = OTHER;</c>; what is computed is nothing that could be followed.</summary>
    private bool Assigned()
    {
        if (!beginsStatement || Following.Kind is not PliTokenKind.Equals)
            return false;
        var item = Current;
        Advance();
        Advance();
        if (Current.Kind is PliTokenKind.Literal or PliTokenKind.Word && Following.Kind is PliTokenKind.Semicolon)
            Assign(item.Name, AssignedBy.Move, Current, item.At, null);
        return true;
    }

    private void Assign(string item, AssignedBy by, PliToken value, Place at, string? text)
    {
        if (value.Text.Length is 0 or > LongestName)
            return;
        var isLiteral = value.Kind is PliTokenKind.Literal;
        var (literal, other) = isLiteral ? (value.Name, (string?)null) : (null, value.Name);
        assignments.Add(new(item, by, literal, other, at, text ?? scanner.Excerpt(at)));
    }

    /// <summary>Those of variables that name something, and of the variables they get their values from.</summary>
    private void KeepAssignments()
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
        // Programs that include a member look for what its variables hold.
        if (program is null)
            foreach (var assignment in assignments)
                if (assignment.By is AssignedBy.Value && !variables.Contains(assignment.Item))
                    findings.Assign(assignment);
        assignments.Clear();
        variables.Clear();
    }
}
