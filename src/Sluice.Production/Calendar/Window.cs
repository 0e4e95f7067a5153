using Sluice.Kernel;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Production.Calendar;

/// <param name="Systems">Keys of the systems that may be changed in it.</param>
/// <param name="MaxChanges">How many changes fit; no limit when left out.</param>
/// <param name="MaxRiskPoints">How many risk points fit (a change has 1, 3 or 8); no limit when left out.</param>
public sealed record WindowDraft(
    string? Key = null, string? Title = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Zone = null,
    IReadOnlyList<string>? Systems = null, int? MaxChanges = null, int? MaxRiskPoints = null);

/// <summary>When a release may run.</summary>
internal sealed class Window : CalendarRecord
{
    private long? heldSequence;

    private Window()
    {
    }

    public IReadOnlyList<string> Systems { get; private init; } = [];
    public int? MaxChanges { get; private init; }
    public int? MaxRiskPoints { get; private init; }

    /// <summary>Null while nobody holds it.</summary>
    public string? HeldBecause { get; private set; }

    public override string Chain => "window/" + Key;

    /// <remarks>Only after the rules of <see cref="AddWindow"/> have found nothing.</remarks>
    public static Window Add(WindowDraft draft, Actor actor, DateTimeOffset now)
    {
        var window = new Window
        {
            Key = draft.Key!,
            Title = draft.Title!,
            From = draft.From!.Value.ToUniversalTime(),
            Until = draft.Until!.Value.ToUniversalTime(),
            Zone = draft.Zone!,
            Systems = [.. draft.Systems!.Distinct()],
            MaxChanges = draft.MaxChanges,
            MaxRiskPoints = draft.MaxRiskPoints,
        };
        window.Acted(actor, "window.added", now, new
        {
            window.Key, title = new FreeText(window.Title), window.From, window.Until, window.Zone, window.Systems,
            window.MaxChanges, window.MaxRiskPoints,
        });
        return window;
    }

    public WindowStatus StatusAt(DateTimeOffset now) =>
        Until <= now ? WindowStatus.Ended
        : HeldBecause is not null ? WindowStatus.Held
        : From <= now ? WindowStatus.Open
        : WindowStatus.Upcoming;

    public void Hold(string reason, Actor actor, DateTimeOffset now)
    {
        HeldBecause = reason;
        Acted(actor, "window.held", now, new { reason = new FreeText(reason) });
        heldSequence = NextVersion;
        HandsOver(new CalendarRestricted(
            TenantId, TypedId.New<CalendarFactId>(now), Key, From, Until, Systems, "window.held", now));
    }

    public void Release(string reason, Actor actor, DateTimeOffset now)
    {
        (HeldBecause, heldSequence) = (null, null);
        Acted(actor, "window.released", now, new { reason = new FreeText(reason) });
    }

    public WindowKnown ToKnown() => new(Key, Title, From, Until, Zone, Systems, MaxChanges, MaxRiskPoints, HeldBecause);

    protected override void Forget(long sequence, DateTimeOffset now)
    {
        base.Forget(sequence, now);
        if (sequence == heldSequence)
            HeldBecause = Redacted;
    }
}
