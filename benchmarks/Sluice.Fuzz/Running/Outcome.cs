using Sluice.Fuzz.Judging;
using Sluice.Fuzz.Making;

namespace Sluice.Fuzz.Running;

/// <param name="Findings">Of each sort of fault the first input that showed it.</param>
/// <param name="HasHung">A thread is still reading, and cannot be stopped but with the process.</param>
internal sealed record Outcome(Tally Tally, TimeSpan Took, IReadOnlyList<(Finding Finding, Input Input)> Findings, bool HasHung);
