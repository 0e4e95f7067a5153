using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>How executions ended in each of the last twelve weeks: one grouped query.</summary>
/// <remarks>For the overview page. A change that ran twice counts twice: each was a run in production.</remarks>
public sealed class CountOutcomes(AppDb db)
{
    public const int Weeks = 12;

    private const int Days = 7;

    /// <param name="Begins">Of the week.</param>
    public sealed record Week(DateTimeOffset Begins, int Validated, int Failed, int BackedOut)
    {
        public int Total => Validated + Failed + BackedOut;
    }

    /// <param name="end">The end of the last week.</param>
    /// <returns>Oldest first.</returns>
    public async Task<IReadOnlyList<Week>> Handle(DateTimeOffset end, CancellationToken ct)
    {
        var begins = Enumerable.Range(0, Weeks).Select(week => end.AddDays(-Days * (Weeks - week))).ToList();
        var first = begins[0];
        // Two columns and nothing else; which week a moment is in is for the viewer's calendar to say, not for the database's.
        var reports = await db.Set<ExecutionReport>().AsNoTracking()
            .Where(report => report.At >= first && report.At < end)
            .Select(report => new { report.At, report.Result }).ToListAsync(ct);
        var weeks = reports.ToLookup(report => (int)((report.At - first).TotalDays / Days));
        return
        [
            .. begins.Select((begin, week) => new Week(
                begin, Of(week, ExecutionResult.Validated), Of(week, ExecutionResult.Failed), Of(week, ExecutionResult.BackedOut))),
        ];

        int Of(int week, ExecutionResult result) => weeks[week].Count(report => report.Result == result);
    }
}
