using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>What a name that is held in a variable can be: looked for in the member and in all that it copies.</summary>
internal static class VariableLinks
{
    public static IEnumerable<Linked> Of(SnapshotEntry member, Externals externals, Library library)
    {
        ValueChains? chains = null;
        var known = new Dictionary<string, IReadOnlyList<(string Name, IReadOnlyList<Link> Chain)>>();
        foreach (var (at, reference) in externals.References)
        {
            if (reference.Variable is not { } variable)
                continue;
            chains ??= new(new Values(member, externals, library));
            if (!known.TryGetValue(variable, out var candidates))
                known[variable] = candidates = chains.Of(member, variable);
            foreach (var (name, chain) in candidates)
                yield return new(at, reference with
                {
                    To = new(reference.To.Kind, reference is { To.Kind: ThingKind.Map, Through: { } mapset } ? $"{mapset}.{name}" : name),
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
    }
}
