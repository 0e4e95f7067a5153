using System.Globalization;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;

namespace Sluice.Web.Pages.Parts;

/// <summary>Where a change stands in words: both statuses, what is next on each rail, and whom it waits for.</summary>
public sealed record Standing(string Headline, string Gate, string Channel)
{
    private const string OwnerOf = "owner:";

    public static Standing Of(ShowChange.Response change) => new(HeadlineOf(change), GateOf(change), ChannelOf(change));

    /// <summary>"owner of core-batch", "a change manager".</summary>
    public static string SeatName(string seat) => seat switch
    {
        _ when seat.StartsWith(OwnerOf, StringComparison.Ordinal) => $"owner of {seat[OwnerOf.Length..]}",
        "change-manager" => "a change manager",
        "cab-member" => "a CAB member",
        _ => seat.Replace('-', ' '),
    };

    public static string And(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "nobody",
        1 => words[0],
        _ => string.Join(", ", words.SkipLast(1)) + " and " + words[^1],
    };

    private static string HeadlineOf(ShowChange.Response change) => (change.Status, change.DeliveryStatus) switch
    {
        (ChangeStatus.Approved, DeliveryStatus.Unplanned) => "Approved, not planned",
        (ChangeStatus.Approved, DeliveryStatus.Planned or DeliveryStatus.Scheduled) => "Approved, not ready",
        var (gate, channel) => $"{Wire.Words(gate)}, {Wire.Words(channel).ToLowerInvariant()}",
    };

    private static string GateOf(ShowChange.Response change) => change.Status switch
    {
        ChangeStatus.Draft => $"Waits for {change.Requester} to submit it.",
        ChangeStatus.Assess => "Waits for a risk reviewer or a change manager to assess it.",
        ChangeStatus.Authorize => $"Waits for {And(Seats(change.StillNeeded))} to approve it.",
        ChangeStatus.InformationRequested =>
            $"Waits for {change.Requester} to answer; then it goes back to {Place(change)}.",
        ChangeStatus.Deferred => $"Until {Moment(change.DeferredUntil)}, unless a change manager takes it up earlier.",
        ChangeStatus.OnHold => $"Waits for a change manager to take it up; then it goes back to {Place(change)}.",
        ChangeStatus.Approved => $"Authorized until {Moment(change.Authorization?.ExpiresAt)}. The gate waits for the release.",
        ChangeStatus.Review => "Waits for a change manager to review what was implemented.",
        ChangeStatus.Rejected => $"Waits for {change.Requester} to revise it or call it off.",
        _ => "Waits for nobody.",
    };

    private static string ChannelOf(ShowChange.Response change) => change.DeliveryStatus switch
    {
        DeliveryStatus.Unplanned => "In no release. A release manager puts it into one.",
        DeliveryStatus.Planned => $"In {change.Release}, which has no time yet.",
        DeliveryStatus.Scheduled => $"In {change.Release}, which is not ready yet.",
        DeliveryStatus.Ready => $"In {change.Release}, ready to start.",
        DeliveryStatus.InProgress => $"{change.Release} is carrying it out.",
        DeliveryStatus.Implemented => $"Implemented by {change.Release}; waits for validation.",
        DeliveryStatus.Validated => $"Validated in {change.Release}.",
        DeliveryStatus.Delayed => $"Lost its time: {change.DelayReason?.Replace('-', ' ') ?? "no reason given"}. Waits for another.",
        DeliveryStatus.Failed => $"Failed in {change.Release}.",
        _ => $"Backed out by {change.Release}.",
    };

    private static string Place(ShowChange.Response change) => change.ReturnsTo is { } place ? Wire.Words(place) : "where it was";

    private static string Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("ddd d MMM HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "then";

    private static List<string> Seats(IReadOnlyList<string> seats) => [.. seats.CountBy(seat => seat).Select(seat =>
        seat is { Key: "cab-member", Value: > 1 }
            ? string.Create(CultureInfo.InvariantCulture, $"{seat.Value} CAB members")
            : SeatName(seat.Key))];
}
