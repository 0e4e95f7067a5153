namespace Sluice.Production.Calendar;

/// <summary>Things in the calendar that cannot all go as they stand there.</summary>
/// <param name="Code">
/// Stable: <c>booking.overlap</c>, <c>booking.dependency-overlap</c>, <c>freeze.overlap</c>, <c>window.over-capacity</c>,
/// <c>window.held</c>.
/// </param>
/// <param name="Items">Everything involved: references of holders, keys of windows and freezes.</param>
/// <param name="Systems">The systems it is about.</param>
/// <param name="From">Of the moments concerned; included.</param>
/// <param name="Until">Excluded.</param>
public sealed record Conflict(
    string Code, string Detail, IReadOnlyList<string> Items, IReadOnlyList<string> Systems, DateTimeOffset From,
    DateTimeOffset Until);

/// <summary>Who means to work on which systems, and when.</summary>
/// <param name="Holder">A reference: <c>CHG-1001</c>, <c>REL-27</c>.</param>
/// <param name="From">Included; UTC.</param>
/// <param name="Until">Excluded; UTC.</param>
/// <param name="CoveredBy">Holder of the booking that this one is a part of; it does not count for itself then.</param>
public sealed record BookingShown(
    string Holder, string Title, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string> Systems, string? Window,
    int Changes, int RiskPoints, string? CoveredBy);
