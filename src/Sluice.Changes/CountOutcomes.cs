using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>How executions ended in each of the last twelve weeks: one grouped query.</summary>
/// <remarks>For the overview page. A change that ran in two releases counts twice; within one, what was reported last.</remarks>
public sealed class CountOutcomes(AppDb db)
{
    public const int Weeks = 12;

    /// <param name="Begins">Of the week.</param>
    public sealed record Week(DateTimeOffset Begins, int Validated, int Failed, int BackedOut)
    {
        public int Total => Validated + Failed + BackedOut;
    }

    /// <param name="begins">Of each week, oldest first.</param>
    /// <param name="end">Of the last.</param>
    public async Task<IReadOnlyList<Week>> Handle(IReadOnlyList<DateTimeOffset> begins, DateTimeOffset end, CancellationToken ct)
    {
        var reports = db.Set<ExecutionReport>().AsNoTracking();
        var first = begins[0];
        var counted = await reports
            .Where(report => report.At >= first && report.At < end && !reports.Any(later =>
                later.ChangeId == report.ChangeId && later.Release == report.Release && later.At > report.At))
            .Select(InWeek(begins)).GroupBy(cell => new { cell.Week, cell.Result })
            .Select(cells => new { cells.Key.Week, cells.Key.Result, Number = cells.Count() }).ToListAsync(ct);
        return
        [
            .. begins.Select((begin, week) => new Week(
                begin, Of(week, ExecutionResult.Validated), Of(week, ExecutionResult.Failed), Of(week, ExecutionResult.BackedOut))),
        ];

        int Of(int week, ExecutionResult result) => counted.SingleOrDefault(cell => (cell.Week, cell.Result) == (week, result))?.Number ?? 0;
    }

    private sealed class Cell
    {
        public int Week { get; init; }
        public ExecutionResult Result { get; init; }
    }

    /// <summary>The viewer's calendar says where weeks begin; so the database is told each, and asked which one it is.</summary>
    private static Expression<Func<ExecutionReport, Cell>> InWeek(IReadOnlyList<DateTimeOffset> begins)
    {
        var report = Expression.Parameter(typeof(ExecutionReport), "report");
        Expression week = Expression.Constant(begins.Count - 1);
        for (var place = begins.Count - 1; place > 0; place--)
            week = Expression.Condition(
                Expression.LessThan(Expression.Property(report, nameof(ExecutionReport.At)), Expression.Constant(begins[place])),
                Expression.Constant(place - 1), week);
        return Expression.Lambda<Func<ExecutionReport, Cell>>(
            Expression.MemberInit(
                Expression.New(typeof(Cell)), Expression.Bind(typeof(Cell).GetProperty(nameof(Cell.Week))!, week),
                Expression.Bind(
                    typeof(Cell).GetProperty(nameof(Cell.Result))!, Expression.Property(report, nameof(ExecutionReport.Result)))),
            report);
    }
}
