using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Ims;

namespace Sluice.Mainframe.Pli;

// What a variable that names a program or file may hold: INITIAL, VALUE and plain assignments.
internal sealed partial class PliMember
{
    private const int LongestName = 44;

    // Nearly all of them are asked for by nobody: they are put into words only when they are.
    private readonly List<Given> given = [];
    private readonly HashSet<string> variables = [];

    /// <param name="Text">Where the statement that shows it begins.</param>
    private readonly record struct Given(PliToken Item, AssignedBy By, PliToken Value, Place Text);

    /// <summary><c>NAME = 'PAY02';</c> and <c>NAME = OTHER;</c>; what is computed is nothing that could be followed.</summary>
    private bool Assigned()
    {
        if (!beginsStatement || Following.Kind is not PliTokenKind.Equals)
            return false;
        var item = Current;
        Advance();
        Advance();
        if (Current.Kind is PliTokenKind.Literal or PliTokenKind.Word && Following.Kind is PliTokenKind.Semicolon)
            Assign(item, AssignedBy.Move, Current, item.At);
        return true;
    }

    private void Assign(PliToken item, AssignedBy by, PliToken value, Place text)
    {
        if (value.Text.Length is > 0 and <= LongestName)
            given.Add(new(item, by, value, text));
    }

    private Assignment InWords(Given one)
    {
        var isLiteral = one.Value.Kind is PliTokenKind.Literal;
        var text = one.By is AssignedBy.Value or AssignedBy.Storage ? Declaration(one.Text) : scanner.Excerpt(one.Text);
        var segment = isLiteral ? SegmentSearch.Segment(one.Value.Text) : default;
        return new(one.Item.Name, one.By, !isLiteral ? null : segment.IsEmpty ? one.Value.Name : segment.Upper(), isLiteral ? null : one.Value.Name, one.Item.At, text);
    }

    private void KeepDeclared()
    {
        var held = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in given)
            if (one.By is AssignedBy.Value)
                held.Add(one.Item.Name);
        if (held.Count == 0)
            return;
        var lookup = held.GetAlternateLookup<ReadOnlySpan<char>>();
        // What a structure begins with comes behind it.
        for (var at = given.Count - 1; at >= 0; at--)
            if (given[at] is { By: AssignedBy.Storage } structure && lookup.Contains(structure.Value.Text))
                lookup.Add(structure.Item.Text);
        foreach (var one in given)
            if ((one.By is AssignedBy.Value || (one.By is AssignedBy.Storage && lookup.Contains(one.Value.Text)))
                && !variables.Contains(one.Item.Name))
                findings.Assign(InWords(one));
    }

    /// <summary>Those of variables that name something, and of the variables they get their values from.</summary>
    private void KeepAssignments()
    {
        if (variables.Count > 0)
        {
            var byItem = given.ToLookup(one => one.Item.Name);
            var open = new Queue<string>(variables);
            while (open.TryDequeue(out var item))
                foreach (var one in byItem[item])
                {
                    findings.Assign(InWords(one));
                    if (one.Value is { Kind: PliTokenKind.Word, Name: var other } && variables.Add(other))
                        open.Enqueue(other);
                }
        }
        // Programs that include a member look for what its variables hold, and its structures begin with.
        if (program is null)
            KeepDeclared();
        given.Clear();
        variables.Clear();
    }
}
