using Sluice.Production.Systems;

namespace Sluice.Production.Calendar;

/// <summary>Finds what cannot all go as planned. Intervals that only touch do not overlap: they exclude their end.</summary>
internal sealed class Conflicts(SystemGraph graph)
{
    /// <summary>Two hundred releases of one night on one system are twenty thousand pairs, which nobody reads.</summary>
    public const int MostPairs = 1000;

    /// <param name="bookings">All of each window's, or its load comes out too small.</param>
    /// <param name="isAsked">Which of them count.</param>
    /// <returns>
    /// In the order in which they will happen, the pairs of bookings no further than the first <see cref="MostPairs"/>; and whether
    /// there are more of those.
    /// </returns>
    public (IReadOnlyList<Conflict> Found, bool HasMore) Among(
        IReadOnlyCollection<BookingShown> bookings, IReadOnlyCollection<WindowKnown> windows,
        IReadOnlyCollection<FreezeKnown> freezes, Func<Conflict, bool> isAsked)
    {
        var counting = bookings.Where(booking => booking.CoveredBy is null)
            .OrderBy(booking => booking.From).ThenBy(booking => booking.Holder, StringComparer.Ordinal).ToList();
        // They are found in the order in which they happen, and looked for only as far as that.
        var pairs = Pairs(counting).Where(isAsked).Take(MostPairs + 1).ToList();
        var others = Frozen(counting, freezes).Concat(windows.SelectMany(window => In(window, counting))).Where(isAsked);
        return (
            [
                .. pairs.Take(MostPairs).Concat(others)
                    .OrderBy(conflict => conflict.From).ThenBy(conflict => conflict.Code, StringComparer.Ordinal)
                    .ThenBy(conflict => string.Join(' ', conflict.Items), StringComparer.Ordinal),
            ],
            pairs.Count > MostPairs);
    }

    /// <summary>In the order of their beginnings, so that each is held against those still running and no others.</summary>
    private IEnumerable<Conflict> Pairs(List<BookingShown> bookings)
    {
        var running = new List<(BookingShown Booking, IReadOnlySet<string> Below)>();
        foreach (var booking in bookings)
        {
            running.RemoveAll(other => other.Booking.Until <= booking.From);
            var below = graph.Below(booking.Systems);
            foreach (var other in running)
                if (Between(other.Booking, other.Below, booking, below) is { } conflict)
                    yield return conflict;
            running.Add((booking, below));
        }
    }

    private Conflict? Between(
        BookingShown one, IReadOnlySet<string> belowOne, BookingShown other, IReadOnlySet<string> belowOther)
    {
        var common = one.Systems.Intersect(other.Systems).ToList();
        // What both work on is said once, and not again as depending on itself.
        var dependencies = one.Systems.Where(belowOther.Contains).Concat(other.Systems.Where(belowOne.Contains))
            .Except(common).Distinct().ToList();
        if (common.Count > 0)
            return Overlap("booking.overlap", $"Both work on {Listed(common)}.", common);
        if (dependencies.Count == 0)
            return null;
        var dependents = one.Systems.Concat(other.Systems).Where(system => graph.Below([system]).Overlaps(dependencies))
            .Except(dependencies).ToList();
        return Overlap(
            "booking.dependency-overlap", $"{Listed(dependents)} cannot work without {Listed(dependencies)}.",
            [.. dependents, .. dependencies]);

        Conflict Overlap(string code, string detail, List<string> systems) => new(
            code, $"{one.Holder} and {other.Holder} overlap. {detail}", [one.Holder, other.Holder], systems,
            Later(one.From, other.From), Earlier(one.Until, other.Until));
    }

    private static IEnumerable<Conflict> Frozen(List<BookingShown> bookings, IReadOnlyCollection<FreezeKnown> freezes) =>
        from freeze in freezes
        from booking in bookings
        where booking.From < freeze.Until && freeze.From < booking.Until
        let systems = booking.Systems.Where(freeze.Covers).ToList()
        where systems.Count > 0
        select new Conflict(
            "freeze.overlap", $"{booking.Holder} works on {Listed(systems)} during the freeze {freeze.Key}: {freeze.Reason}",
            [booking.Holder, freeze.Key], systems, Later(booking.From, freeze.From), Earlier(booking.Until, freeze.Until));

    private static IEnumerable<Conflict> In(WindowKnown window, List<BookingShown> all)
    {
        var bookings = all.Where(booking => booking.Window == window.Key).ToList();
        if (window.HeldBecause is { } reason)
            foreach (var booking in bookings)
                yield return new(
                    "window.held", $"{booking.Holder} is booked in {window.Key}, which is held: {reason}",
                    [booking.Holder, window.Key], booking.Systems, Later(booking.From, window.From),
                    Earlier(booking.Until, window.Until));
        var (changes, points) = (bookings.Sum(booking => booking.Changes), bookings.Sum(booking => booking.RiskPoints));
        if (window.IsTooSmallFor(changes, points))
            yield return new(
                "window.over-capacity", $"{window.Key} has {Load(changes, window.MaxChanges, "changes")} and "
                    + $"{Load(points, window.MaxRiskPoints, "risk points")}.",
                [window.Key, .. bookings.Select(booking => booking.Holder)], window.Systems, window.From, window.Until);
    }

    private static string Load(int load, int? most, string what) =>
        most is null ? $"{load} {what}" : $"{load} of at most {most} {what}";

    private static string Listed(List<string> systems) => string.Join(", ", systems);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
