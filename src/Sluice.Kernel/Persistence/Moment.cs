namespace Sluice.Kernel.Persistence;

public static class Moment
{
    /// <summary>
    /// As both databases keep it: UTC, to the microsecond. What is digested or answered before it has been stored must not say
    /// more than it will when it is read again.
    /// </summary>
    public static DateTimeOffset Kept(this DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}

/// <summary>The system's clock, no finer than what is kept.</summary>
internal sealed class MicrosecondClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().Kept();
}
