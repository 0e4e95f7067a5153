using Sluice.Mainframe.Cobol;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>Follows what a variable may hold back to the literals that it comes from.</summary>
internal sealed class ValueChains(Values values)
{
    public const int MostCandidates = 200;

    /// <returns>Each literal once, no more than <see cref="MostCandidates"/>, with the shortest way to it, from the variable backwards.</returns>
    public IReadOnlyList<(string Name, IReadOnlyList<Link> Chain)> Of(SnapshotEntry user, string variable)
    {
        var found = new List<(string, IReadOnlyList<Link>)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { variable };
        var ahead = new Queue<(string Item, IReadOnlyList<Link> Chain)>([(variable, [])]);
        while (found.Count < MostCandidates && ahead.TryDequeue(out var next))
            foreach (var (member, assignment) in values.Of(next.Item))
            {
                if (found.Count == MostCandidates)
                    break;
                // A condition counts where somebody sets it; by itself it only asks.
                if (assignment.By is AssignedBy.Set && assignment.Literal is null && assignment.Other == assignment.Item)
                    continue;
                if (assignment.By is AssignedBy.Condition && !values.IsSet(assignment.Other!))
                    continue;
                IReadOnlyList<Link> chain =
                    [.. next.Chain, new(member.Ordinal == user.Ordinal ? null : member.Path, assignment.At, assignment.Text)];
                if (assignment.Literal is { } literal)
                {
                    if (names.Add(literal))
                        found.Add((literal, chain));
                }
                else if (assignment.Other is { } other && chain.Count < CobolMember.LongestChain && seen.Add(other))
                    ahead.Enqueue((other, chain));
            }
        return found;
    }
}
