namespace Sluice.Acceptance.Tests.Hosting;

/// <summary>
/// A clock that is moved by hand. Its timers run by the real one: moving days ahead must not make every timer of the host
/// catch up on all the beats it has missed.
/// </summary>
internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
