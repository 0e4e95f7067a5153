namespace Sluice.Kernel.People.SignIn;

/// <summary>
/// After five wrong passwords in a row nobody gets in for a minute, then two, four and so on up to a quarter of an hour, with the
/// right one neither: guessing stays slow and locking somebody out stays short.
/// </summary>
internal readonly record struct Throttle(int Failures, DateTimeOffset? LockedUntil)
{
    private const int FreeFailures = 5;
    private static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(15);

    public bool IsLocked(DateTimeOffset now) => now < LockedUntil;

    public Throttle Failed(DateTimeOffset now)
    {
        var failures = Failures + 1;
        if (failures < FreeFailures)
            return new(failures, LockedUntil);
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(failures - FreeFailures, 10)));
        return new(failures, now + (wait < LongestLock ? wait : LongestLock));
    }
}
