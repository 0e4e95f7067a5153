using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Production.Calendar;

/// <summary>POST /api/v1/windows/{key}/hold: nothing begins in it until it is released, and a go given for it is void.</summary>
public sealed class HoldWindow(ActOnWindow act)
{
    public sealed record Request(string? Reason = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        ShowWindow.Path + "/{key}/hold",
        async (string key, Request request, HoldWindow slice, CancellationToken ct) =>
            (await slice.Handle(key, request, ct)).ToHttp());

    public Task<Outcome<ShowWindow.Response>> Handle(string key, Request request, CancellationToken ct) => act.Handle(
        key, request.Reason, Against, (window, actor, now) => window.Hold(request.Reason!, actor, now), ct);

    internal static IEnumerable<Reason> Against(Window window, Actor actor, DateTimeOffset now)
    {
        foreach (var reason in AddWindow.Against(actor))
            yield return reason;
        if (window.Until <= now)
            yield return ShowWindow.Ended;
        if (window.HeldBecause is not null)
            yield return Reason.Conflict("window.held", "The window is held already.");
    }
}
