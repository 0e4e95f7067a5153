using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Releases;

/// <summary>DELETE /api/v1/releases/{reference}/items/{change}: leaves a change out, and its steps with it.</summary>
public sealed class RemoveItem(ActOnRelease act)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapDelete(
        "/releases/{reference}/items/{change}",
        async (string reference, string change, IfMatch seen, RemoveItem slice, CancellationToken ct) =>
            (await slice.Handle(reference, change, seen, ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, string change, IfMatch seen, CancellationToken ct) =>
        act.Handle(reference, async (release, actor, now) =>
        {
            if (release.Item(change) is null)
                return new Reason(ReasonKind.Unknown, "item.unknown", "The release does not hold this change.");
            return Refusal.For(
                    [.. AddItem.Planning(release, actor), .. seen.Reasons(release)])
                ?? release.Remove(change, await act.Known(release, ct), actor, now);
        }, ct);
}
