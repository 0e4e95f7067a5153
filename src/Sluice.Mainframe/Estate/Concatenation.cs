using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>One name that several members answer to: the first in the order of the libraries is found, and hides the others.</summary>
public sealed record Hidden(Thing What, SnapshotEntry First, IReadOnlyList<SnapshotEntry> Others);

/// <summary>Members of one name in several libraries.</summary>
public static class Concatenation
{
    public static IEnumerable<Hidden> Of(EstateGraph graph) => graph.Snapshot.InSeveral()
        .SelectMany(members => members
            .SelectMany(member => graph.Held(member).Where(held => IsLookedUp(held.Kind)).Select(held => (What: held, Member: member)))
            // A program's source and its definition to CICS, a map and the copybook that is made of it, go together.
            .GroupBy(held => (held.What, held.Member.Language))
            .Where(group => group.Count() > 1)
            .Select(group => new Hidden(group.Key.What, group.First().Member, [.. group.Skip(1).Select(held => held.Member)])))
        .DistinctBy(hidden => (hidden.What, hidden.First.Language))
        .OrderBy(hidden => hidden.What.Kind).ThenBy(hidden => hidden.What.Name, StringComparer.Ordinal);

    private static bool IsLookedUp(ThingKind kind) =>
        kind is ThingKind.Program or ThingKind.Copybook or ThingKind.Proc or ThingKind.JclInclude or ThingKind.ControlMember
            or ThingKind.Mapset or ThingKind.Psb or ThingKind.Dbd or ThingKind.Job;
}
