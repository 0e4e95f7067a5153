using System.Globalization;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>Where a change stands in words: both statuses, what is next on each rail, and whom it waits for.</summary>
public sealed record Standing(string Headline, string Gate, string Channel)
{
    private const string OwnerOf = "owner:";

    public static Standing Of(ShowChange.Response change) => new(HeadlineOf(change), GateOf(change), ChannelOf(change));

    /// <summary>"owner of core-batch", "a change manager".</summary>
    public static string SeatName(string seat) => seat switch
    {
        _ when seat.StartsWith(OwnerOf, StringComparison.Ordinal) => Sentence.Of(PartWords.OwnerOf, seat[OwnerOf.Length..]),
        "change-manager" => PartWords.AChangeManager,
        "cab-member" => PartWords.ACABMember,
        _ => seat.Replace('-', ' '),
    };

    public static string And(IReadOnlyList<string> words) => words.Count switch
    {
        0 => PartWords.Nobody,
        1 => words[0],
        _ => Sentence.Of(PartWords.AndTheLast, string.Join(", ", words.SkipLast(1)), words[^1]),
    };

    private static string HeadlineOf(ShowChange.Response change) => (change.Status, change.DeliveryStatus) switch
    {
        (ChangeStatus.Approved, DeliveryStatus.Unplanned) => PartWords.ApprovedNotPlanned,
        (ChangeStatus.Approved, DeliveryStatus.Planned or DeliveryStatus.Scheduled) => PartWords.ApprovedNotReady,
        var (gate, channel) => $"{Wire.Words(gate)}, {Wire.Words(channel).ToLowerInvariant()}",
    };

    private static string GateOf(ShowChange.Response change) => change.Status switch
    {
        ChangeStatus.Draft => Sentence.Of(PartWords.WaitsForSubmission, change.Requester),
        ChangeStatus.Assess => PartWords.WaitsForAssessment,
        ChangeStatus.Authorize => Sentence.Of(PartWords.WaitsForApproval, And(Seats(change.StillNeeded))),
        ChangeStatus.InformationRequested =>
            Sentence.Of(PartWords.WaitsForAnswer, change.Requester, Place(change)),
        ChangeStatus.Deferred => Sentence.Of(PartWords.DeferredUntil, Moment(change.DeferredUntil)),
        ChangeStatus.OnHold => Sentence.Of(PartWords.WaitsToBeTakenUp, Place(change)),
        ChangeStatus.Approved => Sentence.Of(PartWords.AuthorizedUntil, Moment(change.Authorization?.ExpiresAt)),
        ChangeStatus.Review => PartWords.WaitsForReview,
        ChangeStatus.Rejected => Sentence.Of(PartWords.WaitsForRevision, change.Requester),
        _ => PartWords.WaitsForNobody,
    };

    private static string ChannelOf(ShowChange.Response change) => change.DeliveryStatus switch
    {
        DeliveryStatus.Unplanned => PartWords.InNoRelease,
        DeliveryStatus.Planned => Sentence.Of(PartWords.InReleaseWithoutTime, change.Release),
        DeliveryStatus.Scheduled => Sentence.Of(PartWords.InReleaseNotReady, change.Release),
        DeliveryStatus.Ready => Sentence.Of(PartWords.InReleaseReadyToStart, change.Release),
        DeliveryStatus.InProgress => Sentence.Of(PartWords.IsCarryingItOut, change.Release),
        DeliveryStatus.Implemented => Sentence.Of(PartWords.ImplementedByWaitsForValidation, change.Release),
        DeliveryStatus.Validated => Sentence.Of(PartWords.ValidatedIn, change.Release),
        DeliveryStatus.Delayed => change.DelayReason is { } why
            ? Sentence.Of(PartWords.LostItsTime, why.Replace('-', ' '))
            : PartWords.LostItsTimeForNoReason,
        DeliveryStatus.Failed => Sentence.Of(PartWords.FailedIn, change.Release),
        _ => Sentence.Of(PartWords.BackedOutBy, change.Release),
    };

    private static string Place(ShowChange.Response change) => change.ReturnsTo is { } place ? Wire.Words(place) : PartWords.WhereItWas;

    private static string Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("ddd d MMM HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? PartWords.Then;

    private static List<string> Seats(IReadOnlyList<string> seats) => [.. seats.CountBy(seat => seat).Select(seat =>
        seat is { Key: "cab-member", Value: > 1 }
            ? Sentence.Of(PartWords.CABMembers, seat.Value)
            : SeatName(seat.Key))];
}
