using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Production.Calendar;

/// <summary>POST /api/v1/windows</summary>
public sealed class AddWindow(AppDb db, UnitOfWork work, Actor actor, KnownSystems knownSystems, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        ShowWindow.Path,
        async (WindowDraft request, AddWindow slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToCreated(window => $"{ShowWindow.Path}/{window.Ref}"));

    public Task<Outcome<ShowWindow.Response>> Handle(WindowDraft request, CancellationToken ct) =>
        work.Act<ShowWindow.Response>(async () =>
        {
            var now = clock.GetUtcNow();
            var taken = Keys.IsPossible(request.Key) && await db.Windows.AnyAsync(window => window.Key == request.Key, ct);
            if (Refusal.For(
                [
                    .. Against(actor),
                    .. Against(request, now),
                    .. await knownSystems.Against("/systems", request.Systems, ct),
                    .. taken ? (Reason[])[Keys.Taken] : [],
                ]) is { } refusal)
                return refusal;

            var window = Window.Add(request, actor, now);
            db.Windows.Add(window);
            await db.SaveChangesAsync(ct);
            return ShowWindow.As(actor, window, WindowLoad.None, now);
        }, ct);

    public static IEnumerable<Reason> Against(Actor actor)
    {
        if (!actor.Is(ProductionRoles.ProductionControl))
            yield return Reason.Forbidden("window.not-production-control", "Only production control keeps windows.");
    }

    private static IEnumerable<Reason> Against(WindowDraft draft, DateTimeOffset now) =>
    [
        .. Input.Key("/key", draft.Key),
        .. Input.Text("/title", draft.Title, Input.LongestTitle, required: true),
        .. IntervalRules.Against(draft.From, draft.Until, draft.Zone, now),
        .. draft.Systems is null or { Count: 0 }
            ? (Reason[])[Reason.Invalid("systems.missing", "Name a system that may be changed in it.", "/systems")] : [],
        .. Capacity("/maxChanges", draft.MaxChanges),
        .. Capacity("/maxRiskPoints", draft.MaxRiskPoints),
    ];

    private static IEnumerable<Reason> Capacity(string pointer, int? capacity)
    {
        if (capacity < 1)
            yield return Reason.Invalid("capacity.out-of-range", "At least 1; leave it out for no limit.", pointer);
    }
}
