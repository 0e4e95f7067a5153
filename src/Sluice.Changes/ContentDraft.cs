using Sluice.Handover;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>From (included) until (excluded), UTC.</summary>
public sealed record Interval(DateTimeOffset? From = null, DateTimeOffset? Until = null);

/// <summary>
/// What a change says, as it arrives: anything may be missing, because saying all that is missing at once is the rules' business
/// and not the JSON reader's.
/// </summary>
public sealed record ContentDraft(
    string? Title = null, string? Reason = null, ChangeKind? Kind = null, IReadOnlyList<string>? Systems = null,
    IReadOnlyList<string>? Customers = null, SecurityImpact? SecurityImpact = null, IReadOnlyList<string>? DependsOn = null,
    IReadOnlyList<ArtefactDraft>? Artefacts = null, string? ImplementationPlan = null, string? TestPlan = null,
    string? BackoutPlan = null, Interval? RequestedWindow = null)
{
    /// <summary>A folder of members is more than any other list holds.</summary>
    public const int MostArtefacts = 2_000;

    /// <summary>This draft with what it leaves out taken from what the change says already: a merge patch (RFC 7396).</summary>
    /// <param name="removed">Pointers of what it wants to be gone.</param>
    internal ContentDraft Over(ChangeContent content, IReadOnlySet<string> removed)
    {
        return new(
            Title ?? Kept("/title", content.Title), Reason ?? Kept("/reason", content.Reason),
            Kind ?? Kept<ChangeKind?>("/kind", content.Kind), Systems ?? Kept("/systems", content.Systems),
            Customers ?? Kept("/customers", content.Customers),
            SecurityImpact ?? Kept<SecurityImpact?>("/securityImpact", content.SecurityImpact),
            DependsOn ?? Kept("/dependsOn", content.DependsOn),
            Artefacts ?? Kept<IReadOnlyList<ArtefactDraft>>("/artefacts",
                [.. content.Artefacts.Select(a => new ArtefactDraft(a.Kind, a.Name, a.Location, a.Sha256, a.Author))]),
            ImplementationPlan ?? Kept("/implementationPlan", content.ImplementationPlan),
            TestPlan ?? Kept("/testPlan", content.TestPlan), BackoutPlan ?? Kept("/backoutPlan", content.BackoutPlan),
            Kept("/requestedWindow", new Interval(
                RequestedWindow?.From ?? Kept<DateTimeOffset?>("/requestedWindow/from", content.WindowFrom),
                RequestedWindow?.Until ?? Kept<DateTimeOffset?>("/requestedWindow/until", content.WindowUntil))));

        T? Kept<T>(string pointer, T value) => removed.Contains(pointer) ? default : value;
    }

    /// <remarks>Only after <see cref="ContentRules"/> have found nothing.</remarks>
    internal ChangeContent ToContent() => new(
        Kind!.Value, Title!, Reason!, SecurityImpact ?? Changes.SecurityImpact.None,
        [.. Systems!.Distinct()], [.. (Customers ?? []).Distinct()], [.. (DependsOn ?? []).Distinct()],
        [.. (Artefacts ?? []).Select(a => new Artefact(a.Kind!.Value, a.Name!, a.Location!, a.Sha256!, a.Author))],
        ImplementationPlan!, TestPlan!, BackoutPlan!,
        RequestedWindow!.From!.Value.Kept(), RequestedWindow.Until!.Value.Kept());
}

/// <inheritdoc cref="Artefact"/>
public sealed record ArtefactDraft(
    ArtefactKind? Kind = null, string? Name = null, string? Location = null, string? Sha256 = null, string? Author = null);
