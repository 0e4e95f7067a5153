using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <summary>What holding and releasing have in common.</summary>
public sealed class ActOnWindow(AppDb db, UnitOfWork work, Actor actor, ShowWindowLoad load, TimeProvider clock)
{
    internal Task<Outcome<ShowWindow.Response>> Handle(
        string key, string? reason, Func<Window, Actor, DateTimeOffset, IEnumerable<Reason>> against,
        Action<Window, Actor, DateTimeOffset> act, CancellationToken ct) => work.Act<ShowWindow.Response>(async () =>
    {
        if (await db.Windows.SingleOrDefaultAsync(known => known.Key == key, ct) is not { } window)
            return ShowWindow.Unknown;
        var now = clock.GetUtcNow();
        if (Refusal.For(
            [
                .. against(window, actor, now), .. Input.Text("/reason", reason, Input.LongestComment, required: true),
            ]) is { } refusal)
            return refusal;

        act(window, actor, now);
        await db.SaveChangesAsync(ct);
        return ShowWindow.As(actor, window, await load.Handle(key, exceptHolder: "", ct), now);
    }, ct);
}
