using Sluice.Production.Calendar;

namespace Sluice.Production.Tests.Calendar;

public sealed class ConflictTests
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 20, 0, 0, TimeSpan.Zero);

    /// <summary>web → api → db.</summary>
    private static readonly Conflicts Conflicts = new(new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["web"] = ["api"],
        ["api"] = ["db"],
        ["db"] = [],
        ["crm"] = [],
    }));

    [Fact]
    public void Two_bookings_of_one_system_at_one_time_conflict_for_as_long_as_they_overlap()
    {
        var conflict = Assert.Single(Among(Booked("CHG-1", 0, 3, "db", "crm"), Booked("CHG-2", 2, 5, "web", "crm", "db")));

        Assert.Equal("booking.overlap", conflict.Code);
        Assert.Equal(["CHG-1", "CHG-2"], conflict.Items);
        Assert.Equal(["db", "crm"], conflict.Systems);
        Assert.Equal((Hour(2), Hour(3)), (conflict.From, conflict.Until));
    }

    [Fact]
    public void Booking_that_begins_when_another_ends_does_not_overlap_it() =>
        Assert.Empty(Among(Booked("CHG-1", 0, 2, "db"), Booked("CHG-2", 2, 4, "db"), Booked("CHG-3", 4, 5, "db")));

    [Fact]
    public void Bookings_of_systems_that_have_nothing_to_do_with_each_other_do_not_conflict() =>
        Assert.Empty(Among(Booked("CHG-1", 0, 2, "db"), Booked("CHG-2", 0, 2, "crm")));

    [Fact]
    public void Booking_of_what_another_booked_system_depends_on_conflicts_with_it_at_any_remove()
    {
        var conflict = Assert.Single(Among(Booked("CHG-1", 0, 2, "web"), Booked("CHG-2", 1, 3, "db")));

        Assert.Equal("booking.dependency-overlap", conflict.Code);
        Assert.Equal(["CHG-1", "CHG-2"], conflict.Items);
        Assert.Equal(["web", "db"], conflict.Systems);
        Assert.Contains("web cannot work without db", conflict.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Covered_booking_conflicts_with_nobody() => Assert.Empty(Among(
        Booked("CHG-1", 0, 2, "db") with { CoveredBy = "REL-1" }, Booked("REL-1", 0, 2, "db")));

    [Fact]
    public void Long_booking_is_held_against_everything_that_begins_while_it_runs()
    {
        var conflicts = Among(
            Booked("CHG-1", 0, 9, "db"), Booked("CHG-2", 1, 2, "db"), Booked("CHG-3", 2, 3, "db"), Booked("CHG-4", 9, 10, "db"));

        Assert.Equal(["CHG-1 CHG-2", "CHG-1 CHG-3"], conflicts.Select(conflict => string.Join(' ', conflict.Items)));
    }

    [Fact]
    public void Night_on_which_the_clocks_go_forward_is_an_hour_shorter()
    {
        // Berlin, 28 March 2027: 02:00 is 03:00. Each interval is given as the clocks there show it.
        var before = Booked("CHG-1", Berlin(1, 0, summer: false), Berlin(3, 0, summer: true), "db");
        var after = Booked("CHG-2", Berlin(3, 0, summer: true), Berlin(4, 0, summer: true), "db");
        var within = Booked("CHG-3", Berlin(1, 30, summer: false), Berlin(3, 30, summer: true), "db");

        Assert.Empty(Among(before, after));
        Assert.Equal(TimeSpan.FromHours(1), within.Until - within.From);
        Assert.Equal(
            [TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30)],
            Among(before, after, within).Select(conflict => conflict.Until - conflict.From));

        static DateTimeOffset Berlin(int hour, int minute, bool summer) =>
            new(2027, 3, 28, hour, minute, 0, TimeSpan.FromHours(summer ? 2 : 1));
    }

    [Fact]
    public void Hour_that_the_clocks_show_twice_is_two_hours()
    {
        // Berlin, 31 October 2027: after 02:59 in summer time comes 02:00 in winter time.
        DateTimeOffset Berlin(int hour, int offset) => new(2027, 10, 31, hour, 0, 0, TimeSpan.FromHours(offset));
        var first = Booked("CHG-1", Berlin(2, 2), Berlin(2, 1), "db");
        var second = Booked("CHG-2", Berlin(2, 1), Berlin(3, 1), "db");

        Assert.Empty(Among(first, second));
    }

    [Fact]
    public void Booking_inside_a_freeze_conflicts_on_the_systems_that_it_covers()
    {
        var conflict = Assert.Single(All(
            [Booked("CHG-1", 0, 4, "db", "crm"), Booked("CHG-2", 4, 8, "web")], [], [Frozen(3, 9, "crm")]));

        Assert.Equal("freeze.overlap", conflict.Code);
        Assert.Equal(["CHG-1", "year-end"], conflict.Items);
        Assert.Equal(["crm"], conflict.Systems);
        Assert.Equal((Hour(3), Hour(4)), (conflict.From, conflict.Until));
    }

    [Fact]
    public void Freeze_that_names_no_system_covers_every_one() =>
        Assert.Equal(["CHG-1", "CHG-2"], All(
            [Booked("CHG-1", 0, 2, "crm"), Booked("CHG-2", 1, 2, "db"), Booked("CHG-3", 2, 4, "web")], [], [Frozen(0, 2)])
            .Select(conflict => conflict.Items[0]));

    [Fact]
    public void Window_with_more_changes_than_fit_names_everybody_in_it()
    {
        var conflict = Assert.Single(All(
            [InWindow("REL-1", 0, "db", changes: 2, points: 1), InWindow("REL-2", 1, "crm", changes: 2, points: 1)],
            [Night(maxChanges: 3)], []));

        Assert.Equal("window.over-capacity", conflict.Code);
        Assert.Equal(["night", "REL-1", "REL-2"], conflict.Items);
        Assert.Contains("4 of at most 3 changes", conflict.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Window_with_more_risk_points_than_fit_is_over_capacity_too() =>
        Assert.Equal("window.over-capacity", Assert.Single(All(
            [InWindow("REL-1", 0, "db", changes: 1, points: 8), InWindow("REL-2", 1, "crm", changes: 1, points: 3)],
            [Night(maxPoints: 10)], [])).Code);

    [Fact]
    public void Window_that_is_exactly_full_is_not_over_capacity() => Assert.Empty(All(
        [
            InWindow("REL-1", 0, "db", changes: 2, points: 8),
            InWindow("CHG-1", 1, "crm", changes: 5, points: 40) with { CoveredBy = "REL-1" },
            InWindow("REL-2", 2, "crm", changes: 9, points: 90) with { Window = "another" },
        ],
        [Night(maxChanges: 2, maxPoints: 8)], []));

    [Fact]
    public void Booking_in_a_held_window_conflicts_with_the_hold()
    {
        var conflict = Assert.Single(All(
            [InWindow("REL-1", 0, "db", changes: 1, points: 1)], [Night() with { HeldBecause = "Storage is failing" }], []));

        Assert.Equal("window.held", conflict.Code);
        Assert.Equal(["REL-1", "night"], conflict.Items);
        Assert.Contains("Storage is failing", conflict.Detail, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Conflict> Among(params BookingShown[] bookings) => All(bookings, [], []);

    private static IReadOnlyList<Conflict> All(
        IReadOnlyCollection<BookingShown> bookings, IReadOnlyCollection<WindowKnown> windows, IReadOnlyCollection<FreezeKnown> freezes) =>
        Conflicts.Among(bookings, windows, freezes, _ => true).Found;

    private static BookingShown Booked(string holder, int from, int until, params string[] systems) =>
        Booked(holder, Hour(from), Hour(until), systems);

    private static BookingShown Booked(string holder, DateTimeOffset from, DateTimeOffset until, params string[] systems) =>
        new(holder, holder, from, until, systems, null, 1, 1, null);

    private static BookingShown InWindow(string holder, int hour, string system, int changes, int points) =>
        Booked(holder, hour, hour + 1, system) with { Window = "night", Changes = changes, RiskPoints = points };

    private static WindowKnown Night(int? maxChanges = null, int? maxPoints = null) =>
        new("night", "Night", Hour(0), Hour(8), "UTC", ["db", "crm"], maxChanges, maxPoints, null);

    private static FreezeKnown Frozen(int from, int until, params string[] systems) =>
        new("year-end", "Year end", Hour(from), Hour(until), systems.Length > 0 ? systems : null, "Closing of the books");

    private static DateTimeOffset Hour(int hours) => Start.AddHours(hours);
}
