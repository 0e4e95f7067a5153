using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases;

/// <summary>Who must not alter production: whoever decided that it may be, and who wrote what is put there.</summary>
/// <param name="authorsMayImplement">The systems on which an author may; a change is exempt when all of its systems are.</param>
internal sealed class FourEyes(Release release, GateKnowledge known, IReadOnlySet<string> authorsMayImplement)
{
    /// <summary>What speaks against this person as owner or doer of this step.</summary>
    public IEnumerable<Reason> Against(Account person, StepPlan step)
    {
        if (!step.IsImplementing)
            yield break;
        // An implementer of the release has decided on none of its changes, whichever of them the step is for.
        foreach (var item in release.Items.Where(item => known[item.Change]?.HasDecided(person) is true))
            yield return Reason.Conflict("four-eyes.decider",
                $"{person} decided on {item.Change}; whoever decides on a change does not implement it.");
        foreach (var item in release.Items.Where(item => step.Change is null || step.Change == item.Change))
            if (!item.Systems.All(authorsMayImplement.Contains) && IsAuthor(person, item))
                yield return Reason.Conflict("four-eyes.author",
                    $"{person} is the author of an artefact of {item.Change}; authors do not implement their own work.");
    }

    private bool IsAuthor(Account person, ReleaseItem item) =>
        known[item.Change]?.Snapshot.Content.Artefacts.Any(artefact => artefact.Author == person.Name) is true;
}
