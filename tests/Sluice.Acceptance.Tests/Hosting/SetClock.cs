namespace Sluice.Acceptance.Tests.Hosting;

/// <summary>
/// A clock that begins with the present, when it is first looked at, and is moved by hand. Its timers run by the real one: moving
/// days ahead must not make every timer of the host catch up on all the beats it has missed.
/// </summary>
internal sealed class SetClock : TimeProvider
{
    private readonly Lazy<DateTimeOffset> begun = new(System.GetUtcNow);
    private TimeSpan moved;

    public override DateTimeOffset GetUtcNow() => begun.Value + moved;

    public void Advance(TimeSpan by) => moved += by;
}
