using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>One name that several members answer to: the first in the order of the libraries is found, and hides the others.</summary>
public sealed record Hidden(Thing What, SnapshotEntry First, IReadOnlyList<SnapshotEntry> Others);

/// <summary>Members of one name in several libraries.</summary>
public static class Concatenation
{
    // Names come in the order of their hashes: of a member that defines many, all are looked at once and not for each.
    private const int MostKept = 4096;

    public static IEnumerable<Hidden> Of(EstateGraph graph)
    {
        var kept = new Dictionary<int, ILookup<ulong, Thing>>();
        return graph.Snapshot.InSeveral()
            .SelectMany(named => named.Members
                .SelectMany(member => HeldOf(member)[named.Hash].Select(held => (What: held, Member: member)))
                // A program's source and its definition to CICS, a map and the copybook that is made of it, go together.
                .GroupBy(held => (held.What, held.Member.Language))
                .Where(group => group.Count() > 1)
                .Select(group => new Hidden(group.Key.What, group.First().Member, [.. group.Skip(1).Select(held => held.Member)])))
            .OrderBy(hidden => hidden.What.Kind).ThenBy(hidden => hidden.What.Name, StringComparer.Ordinal);

        ILookup<ulong, Thing> HeldOf(SnapshotEntry member)
        {
            if (kept.TryGetValue(member.Ordinal, out var known))
                return known;
            if (kept.Count >= MostKept)
                kept.Clear();
            return kept[member.Ordinal] = graph.Held(member).Where(held => IsLookedUp(held.Kind)).ToLookup(held => NameEntry.HashOf(held.Name));
        }
    }

    private static bool IsLookedUp(ThingKind kind) =>
        kind is ThingKind.Program or ThingKind.Copybook or ThingKind.Proc or ThingKind.JclInclude or ThingKind.ControlMember
            or ThingKind.Mapset or ThingKind.Psb or ThingKind.Dbd or ThingKind.Job;
}
