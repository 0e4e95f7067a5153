namespace Sluice.Mainframe.Estate;

/// <summary>All members together: what one says is put beside what the others do.</summary>
public sealed class WholeEstate
{
    private readonly ILookup<string, KnownReference> byTarget;

    private WholeEstate(IReadOnlyList<Member> members)
    {
        Members = members;
        var library = new Library(members);
        References = [.. members.SelectMany(member => Linked(member, library))];
        byTarget = References.ToLookup(known => known.Reference.To.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="members">In the order of the libraries: of two with one name the first counts.</param>
    public static WholeEstate Of(IReadOnlyList<Member> members) => new(members);

    public IReadOnlyList<Member> Members { get; }

    public IReadOnlyList<KnownReference> References { get; }

    /// <summary>Everything that refers to something of that name, whatever it is.</summary>
    public IEnumerable<KnownReference> WhereUsed(string name) => byTarget[name];

    private static IEnumerable<KnownReference> Linked(Member member, Library library)
    {
        ValueChains? chains = null;
        foreach (var reference in member.Reading.References)
        {
            if (reference.Variable is not { } variable)
            {
                yield return new(member, reference);
                continue;
            }
            chains ??= new(new Values(member, library));
            var candidates = chains.Of(member, variable);
            foreach (var (name, chain) in candidates)
                yield return new(member, reference with
                {
                    To = new(reference.To.Kind, name),
                    Certainty = Certainty.Candidate,
                    Chain = chain,
                    Why = $"{variable} is a variable: this is one of the values that the sources give it.",
                });
            if (candidates.Count == 0)
                yield return new(member, reference with
                {
                    Why = $"{variable} is a variable, and no literal in the program or its copybooks flows into it.",
                });
        }
    }
}
