using Sluice.Kernel.Outcomes;

namespace Sluice.Web.Pages.Parts;

/// <summary>From when until when, typed as the clocks of a zone show it.</summary>
public sealed class LocalInterval
{
    private readonly LocalMoment from;
    private readonly LocalMoment until;

    /// <param name="zone">Null for one that is unknown: nothing that was typed is a moment then.</param>
    /// <param name="pointer">Of what both fields belong to.</param>
    public LocalInterval(
        (string? Typed, string? Turn) from, (string? Typed, string? Turn) until, TimeZoneInfo? zone, string pointer = "")
    {
        this.from = LocalMoment.Read(from.Typed, from.Turn, zone, pointer + "/from");
        this.until = LocalMoment.Read(until.Typed, until.Turn, zone, pointer + "/until");
    }

    public DateTimeOffset? From => from.At;

    public DateTimeOffset? Until => until.At;

    /// <summary>Why what was typed is no moment. For the rules to refuse with the rest: it would be left out in silence.</summary>
    public IReadOnlyList<Reason> Unread => [.. new[] { from.Wrong, until.Wrong }.OfType<Reason>()];

    /// <summary>
    /// To the rules, what cannot be read is missing, or is what it was before. Whoever typed it is told what is wrong with it instead.
    /// </summary>
    public Refusal Explained(Refusal refusal) => Refusal.For(
    [
        .. refusal.Reasons.Where(reason => Unread.Count == 0
            || (reason.Code != "interval.empty" && Unread.All(other => other.Pointer != reason.Pointer))),
        .. Unread,
    ])!;
}
