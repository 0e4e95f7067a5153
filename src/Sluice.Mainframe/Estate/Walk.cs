namespace Sluice.Mainframe.Estate;

/// <summary>Follows references from one thing to the next.</summary>
public static class Walk
{
    /// <summary>Who refers to it, and who refers to those.</summary>
    /// <returns>Each reference once, the nearest first, with its distance from 1.</returns>
    public static IEnumerable<(int Distance, KnownReference Known)> Up(EstateGraph graph, IEnumerable<Thing> things, int depth) =>
        Along(things, depth, graph.Users, reference => reference.From);

    /// <summary>What it refers to, and what those refer to.</summary>
    public static IEnumerable<(int Distance, KnownReference Known)> Down(EstateGraph graph, IEnumerable<Thing> things, int depth) =>
        Along(things, depth, graph.Uses, reference => reference.To);

    private static IEnumerable<(int, KnownReference)> Along(
        IEnumerable<Thing> things, int depth, Func<Thing, IEnumerable<KnownReference>> next, Func<Reference, Thing> end)
    {
        if (depth < 1)
            yield break;
        var seen = things.ToHashSet();
        // A table can be come by twice, with its schema and without.
        var told = new HashSet<(int, Place, Thing, Verb, Thing, string?, string?, bool)>();
        var ahead = new Queue<(Thing Thing, int Distance)>(seen.Select(thing => (thing, 1)));
        while (ahead.TryDequeue(out var here))
            foreach (var known in next(here.Thing))
            {
                if (!told.Add(Said(known)))
                    continue;
                yield return (here.Distance, known);
                var there = end(known.Reference);
                if (here.Distance < depth && Things.Leads(there) && seen.Add(there))
                    ahead.Enqueue((there, here.Distance + 1));
            }
    }

    /// <summary>What tells one reference from another.</summary>
    public static (int Member, Place At, Thing From, Verb Verb, Thing To, string? Through, string? Detail, bool IsExpanded) Said(KnownReference known) =>
        (known.Member.Ordinal, known.Reference.At, known.Reference.From, known.Reference.Verb, known.Reference.To, known.Reference.Through,
            known.Reference.Detail, known.IsExpanded);
}
