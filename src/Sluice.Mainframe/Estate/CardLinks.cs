using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>Which member of the estate a step reads that names one in its DD statement: <c>DSN=PROD.CNTL(SORTPAY)</c>.</summary>
internal static class CardLinks
{
    public static bool Asks(Reference reference) =>
        reference is { From.Kind: ThingKind.Step, Verb: Verb.Reads or Verb.Uses } && IndexedNames.MemberOf(reference) is not null;

    public static IEnumerable<Linked> Of(IEnumerable<Reference> references, Library library)
    {
        foreach (var reference in references)
        {
            if (!Asks(reference))
                continue;
            var cards = library.Cards(reference.Detail!).ToList();
            if (cards.Count == 0)
                continue;
            var isSure = cards.Exists(card => LibraryName.IsOf(card.Path, reference.To.Name));
            yield return new(null, reference with
            {
                To = new(ThingKind.ControlMember, reference.Detail!),
                Verb = Verb.Reads,
                Certainty = isSure && reference.Certainty is Certainty.Certain ? Certainty.Certain : Certainty.Candidate,
                Why = isSure ? reference.Why : $"No folder is called like {reference.To.Name}: this is the member of that name.",
            });
        }
    }
}
