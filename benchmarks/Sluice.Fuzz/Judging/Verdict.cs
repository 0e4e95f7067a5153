using Sluice.Mainframe;

namespace Sluice.Fuzz.Judging;

/// <param name="Reading">Null when there is none, because of an exception.</param>
internal sealed record Verdict(Reading? Reading, Cost Cost, Finding? Finding);
