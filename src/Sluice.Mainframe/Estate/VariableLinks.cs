using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>What a name that is held in a variable can be: looked for in the member and in all that it copies.</summary>
internal static class VariableLinks
{
    public static IEnumerable<Linked> Of(SnapshotEntry member, Externals externals, Library library)
    {
        ValueChains? chains = null;
        Dictionary<(Verb, string), string>? mapsets = null;
        var known = new Dictionary<string, IReadOnlyList<(string Name, IReadOnlyList<Link> Chain)>>();
        foreach (var (at, reference) in externals.References)
        {
            if (reference.Variable is not { } variable)
                continue;
            var candidates = Candidates(variable);
            var mapset = reference.To.Kind is ThingKind.Map ? Mapset(reference) : null;
            foreach (var (name, chain) in candidates)
                yield return new(at, reference with
                {
                    To = new(reference.To.Kind, mapset is null ? name : $"{mapset}.{name}"),
                    Certainty = Certainty.Candidate,
                    Chain = chain,
                    Why = $"{variable} is a variable: this is one of the values that the sources give it.",
                });
            if (candidates.Count == ValueChains.MostCandidates)
                yield return new(at, reference with
                {
                    Why = $"{variable} is a variable, and the sources give it more values than the {candidates.Count} that are listed.",
                });
            if (candidates.Count == 0)
                yield return new(at, reference with
                {
                    Why = $"{variable} is a variable, and no literal in the program or its copybooks flows into it.",
                });
        }

        IReadOnlyList<(string Name, IReadOnlyList<Link> Chain)> Candidates(string variable)
        {
            chains ??= new(new Values(member, externals, library));
            return known.TryGetValue(variable, out var found) ? found : known[variable] = chains.Of(member, variable);
        }

        // A map belongs to its map set: the one that its command names, or the only one that the command's variable can be.
        string? Mapset(Reference map) => map.Through ?? (
            (mapsets ??= Mapsets(externals)).TryGetValue((map.Verb, map.Text), out var held) && Candidates(held) is [var only] ? only.Name : null);
    }

    private static Dictionary<(Verb, string), string> Mapsets(Externals externals)
    {
        var mapsets = new Dictionary<(Verb, string), string>();
        foreach (var (_, reference) in externals.References)
            if (reference is { To.Kind: ThingKind.Mapset, Variable: { } variable })
                mapsets.TryAdd((reference.Verb, reference.Text), variable);
        return mapsets;
    }
}
