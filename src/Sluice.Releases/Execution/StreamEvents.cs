using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Releases.Execution;

/// <summary>GET /api/v1/releases/{reference}/events: says that the release has moved; whoever wants to know where fetches it.</summary>
/// <remarks>No transaction and no connection is held between two looks, however long somebody watches.</remarks>
public sealed class StreamEvents(
    AppDb db, Actor actor, IServiceScopeFactory scopes, IHostApplicationLifetime host, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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
        for (Moved? last = null; !either.IsCancellationRequested;)
        {
            var now = await Look(reference, ct);
            if (now != last)
                yield return new(now, "moved") { EventId = now.Version.ToString(CultureInfo.InvariantCulture) };
            last = now;
            await Task.Delay(Pause, clock, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Moved> Look(string reference, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(actor.Tenant);
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Releases.AsNoTracking()
            .Where(release => release.Number == ReleaseRef.Number(reference))
            .Select(release => new Moved(reference, release.Status, release.Version)).SingleAsync(ct);
    }
}
