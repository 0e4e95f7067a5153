using Sluice.Handover;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Changes.Assessment;

/// <summary>Risk and impact as a reviewer saw them, with what the score came to.</summary>
/// <param name="Likelihood">Of something going wrong, 1 (rare) to 5 (almost certain).</param>
/// <param name="Impact">If it does, 1 (unnoticed) to 5 (the business stands still).</param>
/// <param name="Dependencies">What else is touched.</param>
/// <param name="Recovery">How one gets back, and how long it takes.</param>
internal sealed record RiskAssessment(
    int Likelihood, int Impact, string Reasons, string? Dependencies, string? Recovery, Account By, DateTimeOffset At, int Round)
{
    private const int LowUpTo = 5;
    private const int MediumUpTo = 12;

    /// <summary>Likelihood times impact, 1 to 25.</summary>
    public int Score => Likelihood * Impact;

    public Risk Risk => Score <= LowUpTo ? Risk.Low : Score <= MediumUpTo ? Risk.Medium : Risk.High;

    /// <summary>What the digest covers: the judgement, not who made it when.</summary>
    public object Signed => new { Likelihood, Impact, Risk, Reasons, Dependencies, Recovery };

    public object Facts() => new
    {
        Likelihood, Impact, Score, Risk, Round,
        reasons = new FreeText(Reasons),
        dependencies = Dependencies is null ? (FreeText?)null : new FreeText(Dependencies),
        recovery = Recovery is null ? (FreeText?)null : new FreeText(Recovery),
    };
}
