namespace Sluice.Scheduling;

/// <summary>Pieces of work, some of which wait for others: is there a way through, in what order, and how long is it?</summary>
/// <remarks>
/// One depth-first walk finds all of it (Tarjan, "Depth-first search and linear graph algorithms", 1972). It keeps its way in a list,
/// so that a chain of any length does not exhaust the stack.
/// </remarks>
public sealed class PrecedenceGraph
{
    private const int Done = -1;

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> waitsFor;
    private readonly List<string> order = [];
    private readonly Dictionary<string, int> places = [];

    /// <param name="waitsFor">What each piece waits for. Names that are no pieces themselves wait for nothing.</param>
    public PrecedenceGraph(IReadOnlyDictionary<string, IReadOnlyList<string>> waitsFor)
    {
        this.waitsFor = waitsFor;
        foreach (var start in waitsFor.Keys.Where(start => !places.ContainsKey(start)))
            Walk(start);
    }

    /// <summary>
    /// Pieces that wait for each other round in a circle, the first once more at the end; empty when there is a way through. Of
    /// several circles the first that is met.
    /// </summary>
    public IReadOnlyList<string> Cycle { get; private set; } = [];

    /// <summary>
    /// Every name, each after all that it waits for; otherwise as they were given. Where they wait in a circle, the wait that closes
    /// it is left out.
    /// </summary>
    public IReadOnlyList<string> Order => order;

    /// <summary>How long all of it takes when whatever may run side by side does: the length of the critical path.</summary>
    /// <param name="duration">Of one piece, in any unit; the answer is in the same.</param>
    public long LeastTime(Func<string, long> duration) =>
        Earliest(duration, _ => 0).Values.Select(stretch => stretch.End).DefaultIfEmpty().Max();

    /// <summary>When each piece begins and ends if nothing idles.</summary>
    /// <param name="duration">Of one piece, in any unit; the answer is in the same.</param>
    /// <param name="notBefore">What it cannot begin before, whatever it waits for.</param>
    /// <remarks>The forward pass of Kelley and Walker, "Critical-Path Planning and Scheduling", 1959.</remarks>
    public IReadOnlyDictionary<string, Stretch> Earliest(Func<string, long> duration, Func<string, long> notBefore)
    {
        var stretches = new Dictionary<string, Stretch>(order.Count);
        foreach (var piece in order)
        {
            var begin = WaitsOf(piece).Select(before => stretches.TryGetValue(before, out var known) ? known.End : long.MinValue)
                .Append(notBefore(piece)).Max();
            stretches[piece] = new(begin, begin + duration(piece));
        }
        return stretches;
    }

    /// <summary>The pieces that set the end: each of them a moment longer, and all of it ends later.</summary>
    /// <param name="stretches">As <see cref="Earliest"/> gives them.</param>
    public IReadOnlySet<string> Critical(IReadOnlyDictionary<string, Stretch> stretches)
    {
        var critical = new HashSet<string>();
        var end = stretches.Values.Select(stretch => stretch.End).DefaultIfEmpty().Max();
        // Whoever waits comes later in the order, so that from its end each piece is looked at when all who wait for it have been.
        foreach (var piece in order.AsEnumerable().Reverse())
        {
            if (stretches[piece].End == end)
                critical.Add(piece);
            if (!critical.Contains(piece))
                continue;
            foreach (var before in WaitsOf(piece).Where(before =>
                         stretches.TryGetValue(before, out var known) && known.End == stretches[piece].Begin))
                critical.Add(before);
        }
        return critical;
    }

    private IReadOnlyList<string> WaitsOf(string piece) => waitsFor.TryGetValue(piece, out var waits) ? waits : [];

    private void Walk(string start)
    {
        var way = new List<(string Piece, int Next)>();
        Enter(start);
        while (way.Count > 0)
        {
            var (piece, next) = way[^1];
            if (next == WaitsOf(piece).Count)
            {
                way.RemoveAt(way.Count - 1);
                places[piece] = Done;
                order.Add(piece);
                continue;
            }
            way[^1] = (piece, next + 1);
            var before = WaitsOf(piece)[next];
            if (!places.TryGetValue(before, out var place))
                Enter(before);
            else if (place != Done && Cycle.Count == 0)
                Cycle = [.. way[place..].Select(step => step.Piece), before];
        }

        void Enter(string piece)
        {
            places[piece] = way.Count;
            way.Add((piece, 0));
        }
    }
}

/// <summary>From <paramref name="Begin"/> up to <paramref name="End"/>, in the unit of whoever asked.</summary>
public readonly record struct Stretch(long Begin, long End);
