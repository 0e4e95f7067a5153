namespace Sluice.Fuzz.Judging;

/// <summary>A promise that was not kept.</summary>
/// <param name="What">The same for the same fault, whichever input shows it.</param>
internal sealed record Finding(string What, string Details);
