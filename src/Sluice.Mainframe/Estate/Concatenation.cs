using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>One name that several members answer to: the first in the order of the libraries is found, and hides the others.</summary>
public sealed record Hidden(Thing What, SnapshotEntry First, IReadOnlyList<SnapshotEntry> Others);

/// <summary>Members of one name in several libraries.</summary>
public static class Concatenation
{
    public static IEnumerable<Hidden> Of(EstateGraph graph)
    {
        // A program's source and its definition to CICS, a map and the copybook that is made of it, go together.
        var first = new Dictionary<(Thing, Language), SnapshotEntry>();
        var others = new Dictionary<(Thing What, Language), List<SnapshotEntry>>();
        foreach (var member in graph.Snapshot.Members)
            foreach (var held in graph.Held(member))
                if (!IsLookedUp(held.Kind) || first.TryAdd((held, member.Language), member))
                    continue;
                else if (others.TryGetValue((held, member.Language), out var hidden))
                    hidden.Add(member);
                else
                    others[(held, member.Language)] = [member];
        return others.Select(hidden => new Hidden(hidden.Key.What, first[hidden.Key], hidden.Value))
            .OrderBy(hidden => hidden.What.Kind).ThenBy(hidden => hidden.What.Name, StringComparer.Ordinal);
    }

    private static bool IsLookedUp(ThingKind kind) =>
        kind is ThingKind.Program or ThingKind.Copybook or ThingKind.Proc or ThingKind.JclInclude or ThingKind.ControlMember
            or ThingKind.Mapset or ThingKind.Psb or ThingKind.Dbd or ThingKind.Job;
}
