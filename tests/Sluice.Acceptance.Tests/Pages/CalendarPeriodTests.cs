using Sluice.Web.Pages.Calendar;

namespace Sluice.Acceptance.Tests.Pages;

public sealed class CalendarPeriodTests
{
    [Fact]
    public void Month_is_whole_weeks_that_hold_every_day_of_it_and_no_week_more()
    {
        for (var month = new DateOnly(2023, 1, 1); month.Year < 2030; month = month.AddMonths(1))
            foreach (var weekStart in Enum.GetValues<DayOfWeek>())
            {
                var period = CalendarPeriod.Of(CalendarView.Month, month.AddDays(9), weekStart);
                var weeks = period.Weeks.ToList();

                Assert.All(weeks, week => Assert.Equal((7, weekStart), (week.Count, week[0].DayOfWeek)));
                Assert.All(weeks, week => Assert.Contains(week, day => !period.IsOutside(day)));
                Assert.Equal(
                    DateTime.DaysInMonth(month.Year, month.Month), period.Days.Count(day => day.Month == month.Month && !period.IsOutside(day)));
            }
    }

    [Fact]
    public void List_has_the_days_of_its_month_only()
    {
        var period = CalendarPeriod.Of(CalendarView.List, new(2028, 2, 29), DayOfWeek.Monday);

        Assert.Equal((29, new DateOnly(2028, 2, 1)), (period.Days.Count(), period.First));
        Assert.Equal((new DateOnly(2028, 1, 1), new DateOnly(2028, 3, 1)), (period.Previous, period.Next));
    }

    [Fact]
    public void Day_leads_to_the_days_beside_it()
    {
        var period = CalendarPeriod.Of(CalendarView.Day, new(2026, 12, 31), DayOfWeek.Monday);

        Assert.Equal([new DateOnly(2026, 12, 31)], period.Days);
        Assert.Equal((new DateOnly(2026, 12, 30), new DateOnly(2027, 1, 1)), (period.Previous, period.Next));
    }
}
