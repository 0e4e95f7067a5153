namespace Sluice.Releases.Runbooks;

/// <summary>How much a runbook takes; whoever reads one in knows it before they send it.</summary>
public static class RunbookLimits
{
    public const int MostSteps = 1_000;

    /// <summary>Of one step: a week.</summary>
    public const int MostMinutes = 7 * 24 * 60;
}
