using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Releases.Execution;

/// <summary>GET /api/v1/releases/{reference}/events: says that the release has moved; whoever wants to know where fetches it.</summary>
/// <remarks>
/// <c>moved</c>, first with where it is; in between a <c>beat</c> every ten seconds, so that who hears none knows that the line is dead.
/// </remarks>
public sealed class StreamEvents(
    AppDb db, Actor actor, WatchReleases watch, IHostApplicationLifetime host, TimeProvider clock)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    // A busy organisation commits hundreds of times a second, hardly ever to this release.
    private static readonly TimeSpan LeastBetween = TimeSpan.FromMilliseconds(100);

    public sealed record Moved(string Ref, ReleaseStatus Status, long Version);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/releases/{reference}/events",
        (string reference, StreamEvents slice, CancellationToken ct) => slice.Handle(reference, ct))
        .Produces<Moved>(StatusCodes.Status200OK, "text/event-stream");

    public async Task<IResult> Handle(string reference, CancellationToken ct)
    {
        if (await db.ReleaseWithRef(reference).AnyAsync(ct))
            return TypedResults.ServerSentEvents(Watch(reference, ct));
        Refusal unknown = ReleaseReasons.Unknown;
        return unknown.ToProblem();
    }

    private async IAsyncEnumerable<SseItem<Moved>> Watch(string reference, [EnumeratorCancellation] CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, host.ApplicationStopping);
        var told = clock.GetTimestamp();
        for (Moved? last = null; !either.IsCancellationRequested;)
        {
            var (now, next) = await watch.See(actor.Tenant, reference, either.Token);
            if (now != last || clock.GetElapsedTime(told) >= Beat)
            {
                told = clock.GetTimestamp();
                yield return new(now, now == last ? "beat" : "moved") { EventId = now.Version.ToString(CultureInfo.InvariantCulture) };
            }
            last = now;
            var looked = clock.GetTimestamp();
            await next.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (LeastBetween - clock.GetElapsedTime(looked) is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest, clock, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
