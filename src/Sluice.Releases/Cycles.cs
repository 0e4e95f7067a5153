namespace Sluice.Releases;

/// <summary>Finds things that wait for each other round in a circle.</summary>
internal static class Cycles
{
    /// <returns>The circle, its first member once more at the end; empty when there is none.</returns>
    public static IReadOnlyList<string> Find(IReadOnlyDictionary<string, IReadOnlyList<string>> waitsFor)
    {
        var clear = new HashSet<string>();
        foreach (var start in waitsFor.Keys)
            if (From(start, [], waitsFor, clear) is { Count: > 0 } cycle)
                return cycle;
        return [];
    }

    private static List<string> From(
        string at, List<string> way, IReadOnlyDictionary<string, IReadOnlyList<string>> waitsFor, HashSet<string> clear)
    {
        if (clear.Contains(at))
            return [];
        if (way.IndexOf(at) is >= 0 and var start)
            return [.. way[start..], at];
        way.Add(at);
        foreach (var next in waitsFor.GetValueOrDefault(at, []).Where(next => next is not null))
            if (From(next, way, waitsFor, clear) is { Count: > 0 } cycle)
                return cycle;
        way.RemoveAt(way.Count - 1);
        clear.Add(at);
        return [];
    }
}
