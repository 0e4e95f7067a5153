using System.Text.Json.Serialization;
using Sluice.Kernel.Outcomes;

namespace Sluice.Releases.Readiness;

public enum CheckState { Pass, Fail, Waived, Pending }

/// <summary>One thing that has to be so before a release is ready.</summary>
/// <param name="Code">Stable: <c>change.authorized</c>.</param>
/// <param name="Detail">What is the case, in a sentence.</param>
/// <param name="Change">The change it is about; null for the release as a whole.</param>
/// <param name="Against">The code of the refusal that a failing check amounts to: <c>change.not-authorized</c>.</param>
public sealed record ReadinessCheck(
    string Code, string Title, CheckState State, string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Change, [property: JsonIgnore] string Against)
{
    internal bool Blocks => State is CheckState.Fail or CheckState.Pending;

    internal Reason ToReason() => Reason.Conflict(Against, Detail);
}
