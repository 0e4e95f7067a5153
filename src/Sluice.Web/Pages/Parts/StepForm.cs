using Sluice.Kernel.Outcomes;
using Sluice.Releases.Execution;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>An act on a step, as the release's page and its run board send it.</summary>
/// <param name="Act"><c>start</c>, <c>complete</c>, <c>fail</c> or <c>skip</c>.</param>
/// <param name="Evidence">Digests, with spaces between them.</param>
public sealed record StepForm(string? Key, string? Act, string? Notes, string? Evidence)
{
    public static Reason ActMissing => Reason.Invalid("step.act-missing", PartWords.SayWhatToDoWithTheStep, "/notes");

    /// <summary>"Step copy is done"; <see langword="null"/> when it says no act.</summary>
    public string? Done => Act switch
    {
        "start" => Sentence.Of(PartWords.StepIsInProgress, Key),
        "complete" => Sentence.Of(PartWords.StepIsDone, Key),
        "fail" => Sentence.Of(PartWords.StepHasFailed, Key),
        "skip" => Sentence.Of(PartWords.StepIsSkipped, Key),
        _ => null,
    };

    public ActOnStep.Request ToRequest() => new(Notes, TypedNames.Of(Evidence));
}
