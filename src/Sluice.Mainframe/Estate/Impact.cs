namespace Sluice.Mainframe.Estate;

/// <summary>What is reached by a change, and on which way.</summary>
/// <param name="Distance">How many references away from what changes.</param>
/// <param name="By">The last reference of the way; null of what changes itself.</param>
/// <param name="Certainty">Of the least certain reference on the way.</param>
/// <param name="IsByData">What it does stays as it is: what it reads may not.</param>
public sealed record Reached(Thing Thing, int Distance, KnownReference? By, Thing? From, Certainty Certainty, bool IsByData);

/// <summary>
/// Follows a change to all that it can reach: against the references to whoever copies, calls, runs or reads what changes, and along
/// them through what those write to whoever reads that.
/// </summary>
public static class Impact
{
    /// <param name="changed">What changes.</param>
    /// <param name="depth">How many references to follow.</param>
    /// <param name="dataDepth">How often to go through data: from who writes to who reads.</param>
    /// <returns>Nearest first; each thing once, by its shortest way.</returns>
    public static IEnumerable<Reached> Of(EstateGraph graph, IEnumerable<Thing> changed, int depth, int dataDepth)
    {
        var seen = new HashSet<(Thing, bool)>();
        var ahead = new Queue<(Reached Reached, int Data)>();
        foreach (var thing in changed)
            if (Things.Leads(thing) && seen.Add((thing, false)))
                ahead.Enqueue((new(thing, 0, null, null, Certainty.Certain, false), 0));
        while (ahead.TryDequeue(out var next))
        {
            var (reached, data) = next;
            if (reached.Distance > 0)
                yield return reached;
            if (reached.Distance == depth)
                continue;
            foreach (var known in graph.Users(reached.Thing))
                if (IsReached(reached, known.Reference))
                    Add(known, known.Reference.From, reached.IsByData, data);
            if (data < dataDepth)
                foreach (var known in graph.Uses(reached.Thing))
                    if (Fills(known.Reference))
                        Add(known, known.Reference.To, true, data + 1);

            void Add(KnownReference by, Thing to, bool isByData, int throughData)
            {
                // Who is reached as such is not reached once more by data.
                if (Things.Leads(to) && !seen.Contains((to, false)) && seen.Add((to, isByData)))
                    ahead.Enqueue((new(to, reached.Distance + 1, by, reached.Thing,
                        (Certainty)Math.Max((int)reached.Certainty, (int)by.Reference.Certainty), isByData), throughData));
            }
        }
    }

    private static bool IsReached(Reached reached, Reference by) => by.Certainty is not Certainty.Unresolved && by.Verb switch
    {
        Verb.Follows or Verb.Raises or Verb.Permits => false,
        Verb.Contains or Verb.Runs => true,
        // Other data: those who read it. They call and are called as before.
        _ when reached.IsByData => IsData(reached.Thing) && (by.Verb is Verb.Reads or Verb.Updates or Verb.Uses || IsUsedUp(by)),
        _ => true,
    };

    // DISP=(OLD,DELETE): the step reads it, and nobody after it.
    private static bool IsUsedUp(Reference by) => by is { Verb: Verb.Deletes, From.Kind: ThingKind.Step, Through: not null };

    private static bool Fills(Reference reference) =>
        reference.Certainty is not Certainty.Unresolved && IsData(reference.To)
        && reference.Verb is Verb.Writes or Verb.Updates or Verb.Creates;

    private static bool IsData(Thing thing) => thing.Kind is ThingKind.DataSet or ThingKind.Table or ThingKind.CicsFile or ThingKind.Queue;
}
