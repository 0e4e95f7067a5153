using Sluice.Kernel.Outcomes;
using Sluice.Releases.Execution;

namespace Sluice.Web.Pages.Parts;

/// <summary>An act on a step, as the release's page and its run board send it.</summary>
/// <param name="Act"><c>start</c>, <c>complete</c>, <c>fail</c> or <c>skip</c>.</param>
/// <param name="Evidence">Digests, with spaces between them.</param>
public sealed record StepForm(string? Key, string? Act, string? Notes, string? Evidence)
{
    public static Reason ActMissing { get; } = Reason.Invalid("step.act-missing", "Say what to do with the step.", "/notes");

    /// <summary>"Step copy is done"; <see langword="null"/> when it says no act.</summary>
    public string? Done => Act switch
    {
        "start" => $"Step {Key} is in progress",
        "complete" => $"Step {Key} is done",
        "fail" => $"Step {Key} has failed",
        "skip" => $"Step {Key} is skipped",
        _ => null,
    };

    public ActOnStep.Request ToRequest() => new(Notes, TypedNames.Of(Evidence));
}
