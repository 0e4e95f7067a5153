using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Releases;

/// <summary>PUT /api/v1/releases/{reference}/items/order: all changes of a release, in the order in which they come.</summary>
/// <remarks>
/// No change is put before one that it waits for. Where the order is against that already, it may stay so: otherwise several wrong
/// places could not be mended one after the other.
/// </remarks>
public sealed class OrderItems(ActOnRelease act)
{
    public sealed record Request(IReadOnlyList<string>? Changes = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPut(
        "/releases/{reference}/items/order",
        async (string reference, Request request, IfMatch seen, OrderItems slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, seen, ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, IfMatch seen, CancellationToken ct) =>
        act.Handle(
            reference,
            (release, actor, _) =>
                [.. AddItem.Planning(release, actor), .. Against(request, release), .. seen.Reasons(release)],
            (release, actor, now) => release.Items.Select(item => item.Change).SequenceEqual(request.Changes!)
                ? null : release.Reorder(request.Changes!, actor, now),
            ct);

    private static IEnumerable<Reason> Against(Request request, Release release)
    {
        if (request.Changes is not { } changes)
            return [Reason.Invalid("order.missing", "Name all changes of the release in their order.", "/changes")];
        List<Reason> wrong =
        [
            .. Input.List("/changes", changes, (at, change) => release.Item(change) is null
                ? [Reason.Invalid("item.unknown", "The release does not hold this change.", at)] : []),
            .. changes.Distinct().Count() < changes.Count
                ? (Reason[])[Reason.Invalid("item.twice", "Each change is named once.", "/changes")] : [],
            .. release.Items.Where(item => !changes.Contains(item.Change)).Select(item =>
                Reason.Invalid("item.left-out", $"{item.Change} has no place in the order.", "/changes")),
        ];
        return wrong.Count > 0 ? wrong : BeforeItsTime(changes, release);
    }

    private static IEnumerable<Reason> BeforeItsTime(IReadOnlyList<string> changes, Release release)
    {
        var before = Places(release.Items.Select(item => item.Change));
        var after = Places(changes);
        foreach (var item in release.Items)
            foreach (var needed in release.Before(item).Select(needed => needed.Change))
                if (after[needed] > after[item.Change] && before[needed] < before[item.Change])
                    yield return Reason.Conflict(
                        "item.before-its-need",
                        $"{item.Change} waits for {needed}, as {(item.Needs.Contains(needed) ? "the change itself says" : "its release manager says")}; it cannot come before it.",
                        $"/changes/{after[item.Change]}");
    }

    private static Dictionary<string, int> Places(IEnumerable<string> changes) =>
        changes.Select((change, place) => (change, place)).ToDictionary(pair => pair.change, pair => pair.place);
}
