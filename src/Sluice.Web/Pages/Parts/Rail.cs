using Sluice.Handover;
using Sluice.Releases;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <param name="State">done, now or next; <c>wait</c> and <c>halt</c> besides, where a person must act or nothing moves.</param>
public sealed record Stop(string Word, string State, string Symbol, string? Detail = null);

/// <summary>The five stops of each rail, and where a change stands on them.</summary>
public static class Rail
{
    private const int GateApproved = 3;
    private const int GateClosed = 4;

    private static string[] GateStops => [PartWords.Draft, PartWords.Assess, PartWords.Authorize, PartWords.Approved, PartWords.Closed];
    private static readonly string[] GateSymbols = ["gate-draft", "gate-assess", "gate-authorize", "gate-approved", "gate-closed"];
    private static string[] ChannelStops => [PartWords.Unplanned, PartWords.Scheduled, PartWords.Ready, PartWords.InProgress, PartWords.Validated];
    private static string[] ReleaseStops => [PartWords.Planning, PartWords.Scheduled, PartWords.Ready, PartWords.Executing, PartWords.Completed];

    /// <param name="returnsTo">While put aside: where it stands all the same.</param>
    public static int GateStop(ChangeStatus status, ChangeStatus? returnsTo) => status switch
    {
        ChangeStatus.Draft => 0,
        ChangeStatus.Assess => 1,
        ChangeStatus.Authorize or ChangeStatus.Deferred or ChangeStatus.Rejected => 2,
        ChangeStatus.Approved => GateApproved,
        ChangeStatus.Review or ChangeStatus.Closed => GateClosed,
        ChangeStatus.Cancelled => 0,
        _ => returnsTo is { } place ? GateStop(place, null) : 1,
    };

    public static int ChannelStop(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Unplanned or DeliveryStatus.Planned or DeliveryStatus.Delayed => 0,
        DeliveryStatus.Scheduled => 1,
        DeliveryStatus.Ready => 2,
        DeliveryStatus.Validated => 4,
        _ => 3,
    };

    public static IReadOnlyList<Stop> Gate(ChangeStatus status, ChangeStatus? returnsTo, string? detail)
    {
        var mark = Mark.Of(status);
        return Stops(
            GateStops, GateStop(status, returnsTo), isComplete: status is ChangeStatus.Closed, mark,
            "gate-approved", "gate-next", detail);
    }

    public static IReadOnlyList<Stop> Channel(DeliveryStatus status, string? detail) => Stops(
        ChannelStops, ChannelStop(status), isComplete: status is DeliveryStatus.Validated, Mark.Of(status),
        "channel-validated", "channel-planned", detail);

    public static int ReleaseStop(ReleaseStatus status) => status switch
    {
        ReleaseStatus.Planning or ReleaseStatus.Cancelled => 0,
        ReleaseStatus.Scheduled => 1,
        ReleaseStatus.Ready => 2,
        ReleaseStatus.Executing or ReleaseStatus.Suspended or ReleaseStatus.Validating or ReleaseStatus.BackingOut => 3,
        _ => 4,
    };

    public static IReadOnlyList<Stop> Release(ReleaseStatus status, string? detail) => Stops(
        ReleaseStops, ReleaseStop(status), isComplete: status is ReleaseStatus.Completed, Mark.Of(status),
        "channel-validated", "channel-planned", detail);

    /// <summary>Several changes on one rail: how many stand at each stop. It is as far as the furthest; who is behind is waited for.</summary>
    public static IReadOnlyList<Stop> Gate(IReadOnlyCollection<ChangeStatus> statuses)
    {
        var places = statuses.Select(status => GateStop(status, null)).ToList();
        var furthest = places.Count == 0 ? -1 : places.Max();
        return [.. GateStops.Select((word, stop) =>
        {
            var here = places.Count(place => place == stop);
            var detail = here == 0 ? null : Sentence.Of(PartWords.OfAll, here, places.Count);
            var symbol = stop > furthest ? "gate-next" : here == 0 ? "gate-approved" : GateSymbols[stop];
            var state = stop > furthest ? "next" : stop == furthest ? "now" : here > 0 ? "done wait" : "done";
            return new Stop(word, state, symbol, detail);
        })];
    }

    private static List<Stop> Stops(
        string[] words, int now, bool isComplete, Mark mark, string done, string next, string? detail) =>
        [.. words.Select((word, stop) => stop < now || (stop == now && isComplete && stop < words.Length - 1)
            ? new Stop(word, "done", done)
            : stop == now
                ? new Stop(mark.Word, "now" + Stress(mark), mark.Symbol, detail)
                : new Stop(word, "next", next))];

    private static string Stress(Mark mark) => mark.Tone switch
    {
        "bad" => " halt",
        "warn" or "note" => " wait",
        _ => "",
    };
}
