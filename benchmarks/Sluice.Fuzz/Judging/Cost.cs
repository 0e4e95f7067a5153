namespace Sluice.Fuzz.Judging;

/// <summary>What reading an input took.</summary>
/// <param name="Allocated">Bytes that the thread asked for, whether they were given back or not.</param>
internal readonly record struct Cost(TimeSpan Time, long Allocated);
