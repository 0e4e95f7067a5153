using System.Text.Json;
using Sluice.Changes.Assessment;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Ledger;

namespace Sluice.Changes;

public enum SecurityImpact { None, Low, Medium, High }

/// <summary>What is approved, all of it: an approval signs the digest of exactly this and its assessment.</summary>
/// <param name="Systems">Keys of the systems affected; their order means nothing, nor does that of customers and dependencies.</param>
/// <param name="DependsOn">References of changes that have to be in production before this one.</param>
internal sealed record ChangeContent(
    ChangeKind Kind, string Title, string Reason, SecurityImpact SecurityImpact,
    IReadOnlyList<string> Systems, IReadOnlyList<string> Customers, IReadOnlyList<string> DependsOn,
    IReadOnlyList<Artefact> Artefacts, string ImplementationPlan, string TestPlan, string BackoutPlan,
    DateTimeOffset WindowFrom, DateTimeOffset WindowUntil)
{
    /// <summary>SHA-256 over RFC 8785 canonical JSON of the content and what its assessment came to.</summary>
    public Digest Digest(RiskAssessment? assessment)
    {
        var content = this with
        {
            Systems = Sorted(Systems),
            Customers = Sorted(Customers),
            DependsOn = Sorted(DependsOn),
            WindowFrom = WindowFrom.ToUniversalTime(),
            WindowUntil = WindowUntil.ToUniversalTime(),
        };
        var assessed = assessment?.Signed;
        return Ledger.Digest.Of(JsonSerializer.SerializeToNode(new { content, assessed, modelVersion = (int?)null }, Wire.Json)!);
    }

    /// <summary>Whether an assessment of the other still holds for this.</summary>
    public bool IsAssessedLike(ChangeContent other) =>
        Kind == other.Kind && SecurityImpact == other.SecurityImpact
        && Systems.ToHashSet().SetEquals(other.Systems) && Artefacts.ToHashSet().SetEquals(other.Artefacts);

    /// <summary>For the ledger: what people wrote freely goes beside the entry, so that it can be redacted.</summary>
    public object Facts() => new
    {
        Kind, title = new FreeText(Title), reason = new FreeText(Reason), SecurityImpact, Systems, Customers, DependsOn, Artefacts,
        implementationPlan = new FreeText(ImplementationPlan), testPlan = new FreeText(TestPlan),
        backoutPlan = new FreeText(BackoutPlan), WindowFrom, WindowUntil,
    };

    private static List<string> Sorted(IReadOnlyList<string> keys) => [.. keys.Distinct().Order(StringComparer.Ordinal)];
}
