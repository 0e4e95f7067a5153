using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <summary>POST /api/v1/freezes/{key}/lift: ends it early, or calls it off.</summary>
public sealed class LiftFreeze(AppDb db, UnitOfWork work, Actor actor, TimeProvider clock)
{
    public sealed record Request(string? Reason = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        ShowFreeze.Path + "/{key}/lift",
        async (string key, Request request, LiftFreeze slice, CancellationToken ct) =>
            (await slice.Handle(key, request, ct)).ToHttp());

    public Task<Outcome<ShowFreeze.Response>> Handle(string key, Request request, CancellationToken ct) =>
        work.Act<ShowFreeze.Response>(async () =>
        {
            if (await db.Freezes.SingleOrDefaultAsync(known => known.Key == key, ct) is not { } freeze)
                return ShowFreeze.Unknown;
            var now = clock.GetUtcNow();
            if (Refusal.For(
                [
                    .. Against(freeze, actor, now),
                    .. Input.Text("/reason", request.Reason, Input.LongestComment, required: true),
                ]) is { } refusal)
                return refusal;

            freeze.Lift(request.Reason!, actor, now);
            await db.SaveChangesAsync(ct);
            return ShowFreeze.As(actor, freeze, now);
        }, ct);

    internal static IEnumerable<Reason> Against(Freeze freeze, Actor actor, DateTimeOffset now)
    {
        foreach (var reason in AddFreeze.Against(actor))
            yield return reason;
        if (freeze.LiftedAt is not null)
            yield return Reason.Conflict("freeze.lifted", "The freeze has been lifted already.");
        else if (freeze.Until <= now)
            yield return Reason.Conflict("freeze.ended", "The freeze has ended.");
    }
}
