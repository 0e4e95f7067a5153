using Sluice.Kernel;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Production.Calendar;

/// <param name="Systems">Keys of what must not change; everything when left out.</param>
public sealed record FreezeDraft(
    string? Key = null, string? Title = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Zone = null,
    IReadOnlyList<string>? Systems = null, string? Reason = null);

/// <summary>When something must not change.</summary>
internal sealed class Freeze : CalendarRecord
{
    private Freeze()
    {
    }

    /// <summary>Null: everything.</summary>
    public IReadOnlyList<string>? Systems { get; private init; }

    public string Reason { get; private set; } = "";
    public DateTimeOffset? LiftedAt { get; private set; }

    public override string Chain => "freeze/" + Key;

    /// <remarks>Only after the rules of <see cref="AddFreeze"/> have found nothing.</remarks>
    public static Freeze Add(FreezeDraft draft, Actor actor, DateTimeOffset now)
    {
        var freeze = new Freeze
        {
            Key = draft.Key!,
            Title = draft.Title!,
            From = draft.From!.Value.ToUniversalTime(),
            Until = draft.Until!.Value.ToUniversalTime(),
            Zone = draft.Zone!,
            Systems = draft.Systems is { } systems ? [.. systems.Distinct()] : null,
            Reason = draft.Reason!,
        };
        freeze.Acted(actor, "freeze.placed", now, new
        {
            freeze.Key, title = new FreeText(freeze.Title), freeze.From, freeze.Until, freeze.Zone, freeze.Systems,
            reason = new FreeText(freeze.Reason),
        });
        freeze.HandsOver(new CalendarRestricted(
            freeze.TenantId, TypedId.New<CalendarFactId>(now), null, freeze.From, freeze.Until, freeze.Systems, "freeze.placed",
            now));
        return freeze;
    }

    public FreezeStatus StatusAt(DateTimeOffset now) =>
        LiftedAt is not null ? FreezeStatus.Lifted
        : Until <= now ? FreezeStatus.Ended
        : From <= now ? FreezeStatus.InForce
        : FreezeStatus.Upcoming;

    public void Lift(string reason, Actor actor, DateTimeOffset now)
    {
        LiftedAt = now;
        Acted(actor, "freeze.lifted", now, new { reason = new FreeText(reason) });
    }

    public FreezeKnown ToKnown() => new(Key, Title, From, Until, Systems, Reason);

    protected override void Forget(long sequence, DateTimeOffset now)
    {
        base.Forget(sequence, now);
        if (sequence == 1)
            Reason = Redacted;
    }
}
