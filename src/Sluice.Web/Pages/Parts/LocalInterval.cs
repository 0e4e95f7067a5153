using Sluice.Kernel.Outcomes;

namespace Sluice.Web.Pages.Parts;

/// <summary>From when until when, typed as the clocks of the zone show it that is typed beside.</summary>
public sealed class LocalInterval
{
    private const string Nothing = "interval.missing";

    private readonly LocalMoment from;
    private readonly LocalMoment until;

    /// <remarks>An unknown zone is refused by the rules; both are read as UTC then, to be looked at all the same.</remarks>
    public LocalInterval(string? from, string? until, string? zone)
    {
        var clocks = Viewer.ZoneOf(zone) ?? TimeZoneInfo.Utc;
        (this.from, this.until) = (LocalMoment.Read(from, clocks, "/from"), LocalMoment.Read(until, clocks, "/until"));
    }

    public DateTimeOffset? From => from.At;

    public DateTimeOffset? Until => until.At;

    /// <summary>To the rules, what cannot be read is missing. Whoever typed it is told what is wrong with it instead.</summary>
    public Refusal Explained(Refusal refusal)
    {
        List<Reason> wrong = [.. new[] { from.Wrong, until.Wrong }.OfType<Reason>()];
        return Refusal.For(
        [
            .. refusal.Reasons.Where(reason => reason.Code != Nothing || wrong.All(other => other.Pointer != reason.Pointer)),
            .. wrong,
        ])!;
    }
}
