using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Changes;

/// <summary>What a change says, as a form: text in every field, so that whatever was typed can be given back.</summary>
/// <param name="Revision">The revision that an edit began with.</param>
/// <param name="FurtherSystems">Keys of systems that the form did not offer.</param>
/// <param name="From">A <c>datetime-local</c> value, by the clocks of <paramref name="Clocks"/>.</param>
/// <param name="FromTurn">Which is meant, where the clocks show that time twice.</param>
/// <param name="Clocks">The zone that the viewer had when the form went out.</param>
public sealed record ContentForm(
    string? Title = null, string? Reason = null, string? Kind = null, string? SecurityImpact = null, string[]? Systems = null,
    string? Customers = null, string? DependsOn = null, string? Artefacts = null, string? ImplementationPlan = null,
    string? TestPlan = null, string? BackoutPlan = null, string? From = null, string? Until = null, int Revision = 0,
    string? FurtherSystems = null, string? FromTurn = null, string? UntilTurn = null, string? Clocks = null)
{
    private static readonly char[] BetweenNames = [' ', ',', '\t', '\r', '\n'];

    /// <param name="zone">By whose clocks its window is shown.</param>
    public static ContentForm Of(ShowChange.Response change, TimeZoneInfo zone)
    {
        var (from, until) = (Moment(change.RequestedWindow.From, zone), Moment(change.RequestedWindow.Until, zone));
        return new(
            change.Title, change.Reason, Wire.Name(change.Kind), Wire.Name(change.SecurityImpact), [.. change.Systems],
            string.Join(' ', change.Customers), string.Join(' ', change.DependsOn), ArtefactLines.Write(change.Artefacts),
            change.ImplementationPlan, change.TestPlan, change.BackoutPlan, from.Text,
            until.Text, change.Revision, null, from.Turn, until.Turn, zone.Id);
    }

    public LocalInterval Window => new((From, FromTurn), (Until, UntilTurn), Viewer.ZoneOf(Clocks), "/requestedWindow");

    /// <summary>Why some of it cannot be read at all. For the rules to refuse with the rest.</summary>
    public IReadOnlyList<Reason> Unread => [.. Window.Unread, .. ArtefactLines.Unread(Artefacts)];

    public string? Value(string name) => name switch
    {
        "title" => Title,
        "reason" => Reason,
        "kind" => Kind,
        "securityImpact" => SecurityImpact,
        "furtherSystems" => FurtherSystems,
        "customers" => Customers,
        "dependsOn" => DependsOn,
        "artefacts" => Artefacts,
        "implementationPlan" => ImplementationPlan,
        "testPlan" => TestPlan,
        "backoutPlan" => BackoutPlan,
        "from" => From,
        "fromTurn" => FromTurn,
        "until" => Until,
        "untilTurn" => UntilTurn,
        _ => null,
    };

    public ContentDraft ToDraft() => new(
        Lines(Title), Lines(Reason), Wire.Parse<ChangeKind>(Kind),
        [.. (Systems ?? []).Union(Names(FurtherSystems))], Names(Customers),
        Wire.Parse<SecurityImpact>(SecurityImpact), Names(DependsOn), ArtefactLines.Read(Artefacts), Lines(ImplementationPlan),
        Lines(TestPlan), Lines(BackoutPlan), new(Window.From, Window.Until));

    /// <summary>
    /// Only what differs from what the form was filled with: a field cannot hold every text (it has its own line ends, and no
    /// seconds), and what nobody touched must not become a new revision.
    /// </summary>
    public ContentDraft ToPatch(ShowChange.Response change)
    {
        var (draft, shown) = (ToDraft(), Of(change, Viewer.ZoneOf(Clocks) ?? TimeZoneInfo.Utc));
        var (isFrom, isUntil) = ((From, FromTurn) == (shown.From, shown.FromTurn), (Until, UntilTurn) == (shown.Until, shown.UntilTurn));
        return draft with
        {
            Title = Altered(Title, shown.Title, draft.Title),
            Reason = Altered(Reason, shown.Reason, draft.Reason),
            Customers = AsFilledIn(Customers, shown.Customers) ? null : draft.Customers,
            DependsOn = AsFilledIn(DependsOn, shown.DependsOn) ? null : draft.DependsOn,
            Artefacts = AsFilledIn(Artefacts, shown.Artefacts) ? null : draft.Artefacts,
            ImplementationPlan = Altered(ImplementationPlan, shown.ImplementationPlan, draft.ImplementationPlan),
            TestPlan = Altered(TestPlan, shown.TestPlan, draft.TestPlan),
            BackoutPlan = Altered(BackoutPlan, shown.BackoutPlan, draft.BackoutPlan),
            RequestedWindow = isFrom && isUntil ? null : new(
                isFrom ? change.RequestedWindow.From : Window.From, isUntil ? change.RequestedWindow.Until : Window.Until),
        };
    }

    // Emptied is not left out: an empty text is refused, where nothing would keep the old one.
    private static string? Altered(string? typed, string? shown, string? now) => AsFilledIn(typed, shown) ? null : now ?? "";

    private static bool AsFilledIn(string? typed, string? shown) => Bare(typed) == Bare(shown);

    private static string Bare(string? text) =>
        (text ?? "").Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Trim();

    // Browsers end lines with two characters, everybody else with one.
    private static string? Lines(string? typed) => typed?.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string[] Names(string? typed) =>
        (typed ?? "").Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries);

    private static (string? Text, string? Turn) Moment(DateTimeOffset? moment, TimeZoneInfo zone) =>
        moment is { } at ? LocalMoment.Write(at, zone) : default;
}
