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
    /// <remarks>The forward pass of Kelley and Walker, "Critical-Path Planning and Scheduling", 1959.</remarks>
    public long LeastTime(Func<string, long> duration)
    {
        var ends = new Dictionary<string, long>(order.Count);
        foreach (var piece in order)
            ends[piece] = duration(piece) + WaitsOf(piece).Select(before => ends.GetValueOrDefault(before)).DefaultIfEmpty().Max();
        return ends.Values.DefaultIfEmpty().Max();
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
