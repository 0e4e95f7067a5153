namespace Sluice.Web.Demo.Story;

/// <summary>The host's clock; but whoever tells of another moment sees that moment, and nobody else does.</summary>
internal sealed class StoryClock(TimeProvider clock) : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> told = new();

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => told.Value ?? clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>For as long as this act goes on, and for what it awaits, it is that moment.</summary>
    public async Task At(DateTimeOffset moment, Func<Task> act)
    {
        // What an asynchronous method sets of its own context is gone when it returns.
        told.Value = moment;
        await act();
    }
}
