using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Changes;

/// <summary>Everything that can be wrong with what a change says.</summary>
internal static class ContentRules
{
    /// <param name="known">What the content names that exists.</param>
    public static IEnumerable<Reason> Against(ContentDraft draft, KnownNames known, DateTimeOffset now) =>
    [
        .. Input.Text("/title", draft.Title, Input.LongestTitle, required: true),
        .. Input.Text("/reason", draft.Reason, Input.LongestText, required: true),
        .. Kind(draft.Kind),
        .. Input.Text("/implementationPlan", draft.ImplementationPlan, Input.LongestText, required: true),
        .. Input.Text("/testPlan", draft.TestPlan, Input.LongestText, required: true),
        .. Input.Text("/backoutPlan", draft.BackoutPlan, Input.LongestText, required: true),
        .. Systems(draft.Systems, known),
        .. Input.List("/customers", draft.Customers, (at, key) => known.Customers.Contains(key)
            ? [] : [Reason.Invalid("customer.unknown", "There is no such customer.", at)]),
        .. Input.List("/dependsOn", draft.DependsOn, (at, reference) => known.Changes.Contains(reference)
            ? [] : [Reason.Invalid("change.unknown", "There is no such change.", at)]),
        .. Dependencies(known),
        .. Input.List("/artefacts", draft.Artefacts, Artefact, ContentDraft.MostArtefacts),
        .. Window(draft.RequestedWindow, now),
    ];

    private static IEnumerable<Reason> Kind(ChangeKind? kind)
    {
        if (kind is null)
            yield return Reason.Invalid("kind.missing", "Say what kind of change it is: normal or emergency.", "/kind");
        if (kind is ChangeKind.Standard or ChangeKind.Latent)
            yield return Reason.Invalid("kind.not-available", $"A {Wire.Name(kind.Value)} change needs a change model, and there is none.", "/kind");
    }

    private static IEnumerable<Reason> Systems(IReadOnlyList<string>? systems, KnownNames known)
    {
        if (systems is null or { Count: 0 })
            yield return Reason.Invalid("systems.missing", "Name a system that the change affects.", "/systems");
        foreach (var reason in Input.List("/systems", systems, (at, key) => known.Owners.Know(key)
                     ? [] : [Reason.Invalid("system.unknown", "There is no such system.", at)]))
            yield return reason;
    }

    private static IEnumerable<Reason> Dependencies(KnownNames known)
    {
        if (known.Cycle.Count > 0)
            yield return Reason.Invalid(
                "change.dependency-cycle", $"Each waits for the next: {string.Join(" → ", known.Cycle)}.", "/dependsOn");
        if (known.IsTooDeep)
            yield return Reason.Invalid(
                "change.dependency-too-deep", $"More than {FindNames.DeepestDependency} changes would wait for each other in a row.",
                "/dependsOn");
    }

    private static IEnumerable<Reason> Artefact(string at, ArtefactDraft artefact) =>
    [
        .. artefact.Kind is null ? (Reason[])[Reason.Invalid("artefact.kind-missing", "Say what kind of artefact it is.", at + "/kind")] : [],
        .. Input.Text(at + "/name", artefact.Name, Input.LongestName, required: true),
        .. Input.Text(at + "/location", artefact.Location, Input.LongestName, required: true),
        .. Input.Sha256(at + "/sha256", artefact.Sha256),
        .. Input.Text(at + "/author", artefact.Author, Input.LongestName),
    ];

    private static IEnumerable<Reason> Window(Interval? window, DateTimeOffset now)
    {
        if (window?.From is null)
            yield return Reason.Invalid("window.missing", "Say from when it may run.", "/requestedWindow/from");
        if (window?.Until is null)
            yield return Reason.Invalid("window.missing", "Say until when it may run.", "/requestedWindow/until");
        foreach (var reason in Input.Interval(window?.From, window?.Until, "/requestedWindow"))
            yield return reason;
        if (window?.Until <= now)
            yield return Reason.Invalid("interval.ended", "This interval has ended.", "/requestedWindow/until");
    }
}
