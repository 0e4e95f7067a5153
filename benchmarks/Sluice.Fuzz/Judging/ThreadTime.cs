using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sluice.Fuzz.Judging;

/// <summary>
/// How long this thread has computed: others on the machine do not count. Where that cannot be asked, how long it has been.
/// Source: POSIX, clock_gettime with CLOCK_THREAD_CPUTIME_ID.
/// </summary>
internal static class ThreadTime
{
    private static readonly int Clock = OperatingSystem.IsMacOS() ? 16 : 3;
    private static readonly bool IsPosix = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    public static TimeSpan Now => IsPosix && Read(Clock, out var time) == 0
        ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
        : Stopwatch.GetElapsedTime(0);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Time(nint Seconds, nint Nanoseconds);
}
