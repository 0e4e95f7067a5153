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
public sealed class Impact
{
    private readonly EstateGraph graph;
    private readonly int depth;
    private readonly Dictionary<Thing, Reached> reached = [];
    private PriorityQueue<Reached, (int, Certainty, int)> ahead = new();
    private PriorityQueue<Reached, (int, Certainty, int)> throughData = new();
    private int added;

    private Impact(EstateGraph graph, IEnumerable<Thing> changed, int depth, int dataDepth)
    {
        (this.graph, this.depth) = (graph, depth);
        foreach (var thing in changed)
            Add(ahead, new(thing, 0, null, null, Certainty.Certain, false));
        // What is reached without going through data once more is reached that way, however long it is.
        for (var data = 0; data <= dataDepth && ahead.Count > 0; data++)
        {
            while (ahead.TryDequeue(out var next, out _))
                if (reached.TryAdd(next.Thing, next) && next.Distance < depth)
                    Follow(next);
            (ahead, throughData) = (throughData, ahead);
        }
    }

    /// <param name="changed">What changes.</param>
    /// <param name="depth">How many references to follow.</param>
    /// <param name="dataDepth">How often to go through data: from who writes to who reads.</param>
    /// <returns>Nearest first; each thing once: by the way through the least data, of those the shortest, of those the surest.</returns>
    public static IReadOnlyList<Reached> Of(EstateGraph graph, IEnumerable<Thing> changed, int depth, int dataDepth) =>
        [.. new Impact(graph, changed, depth, dataDepth).reached.Values.Where(one => one.Distance > 0).OrderBy(one => one.Distance)];

    private void Follow(Reached from)
    {
        foreach (var known in graph.Users(from.Thing))
            if (IsReached(from, known.Reference))
                Add(ahead, Next(from, known, known.Reference.From, from.IsByData));
        foreach (var known in Inside(from))
            Add(ahead, Next(from, known, known.Reference.To, from.IsByData));
        foreach (var known in graph.Uses(from.Thing))
            if (from.IsByData && IsAlias(known.Reference))
                Add(ahead, Next(from, known, known.Reference.To, true));
            else if (Fills(known.Reference))
                Add(throughData, Next(from, known, known.Reference.To, true));
    }

    private static Reached Next(Reached from, KnownReference by, Thing to, bool isByData) =>
        new(to, from.Distance + 1, by, from.Thing, (Certainty)Math.Max((int)from.Certainty, (int)by.Reference.Certainty), isByData);

    private void Add(PriorityQueue<Reached, (int, Certainty, int)> to, Reached next)
    {
        if (Things.Leads(next.Thing) && !reached.ContainsKey(next.Thing))
            to.Enqueue(next, (next.Distance, next.Certainty, added++));
    }

    /// <summary>
    /// The steps that a job has from its procedures and INCLUDE groups: of a job that changes all, otherwise those of what it calls.
    /// </summary>
    private IEnumerable<KnownReference> Inside(Reached from)
    {
        var calls = from.By?.Reference;
        var isOfStep = calls is { Verb: Verb.Runs, To.Kind: ThingKind.Proc } && from.Thing.Kind is ThingKind.Step;
        var isOfJob = from.Thing.Kind is ThingKind.Job && (calls is null || calls.To.Kind is ThingKind.JclInclude);
        if (from.IsByData || !(isOfStep || isOfJob))
            return [];
        var name = from.Thing.Name;
        var job = isOfJob ? name : name[..Math.Max(0, name.IndexOf('.', StringComparison.Ordinal))];
        return graph.Uses(new(ThingKind.Job, job)).Where(known => known is { IsExpanded: true, Reference.To.Kind: ThingKind.Step }
            && (isOfJob || known.Reference.To.Name.StartsWith($"{name}.", StringComparison.Ordinal)));
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

    /// <summary>The same data by another name: a CICS file is a data set, an alias queue another, a view shows its tables.</summary>
    private static bool IsAlias(Reference reference) =>
        reference.Certainty is not Certainty.Unresolved && IsData(reference.To)
        && (reference.From.Kind, reference.Verb) is (ThingKind.CicsFile or ThingKind.Queue, Verb.Uses) or (ThingKind.Table, Verb.Reads);

    private static bool Fills(Reference reference) =>
        reference.Certainty is not Certainty.Unresolved && IsData(reference.To)
        && reference.Verb is Verb.Writes or Verb.Updates or Verb.Creates;

    private static bool IsData(Thing thing) => thing.Kind is ThingKind.DataSet or ThingKind.Table or ThingKind.CicsFile or ThingKind.Queue;
}
