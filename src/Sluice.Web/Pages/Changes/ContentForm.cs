using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Changes;

/// <summary>What a change says, as a form: text in every field, so that whatever was typed can be given back.</summary>
/// <param name="Revision">The revision that an edit began with.</param>
/// <param name="FurtherSystems">Keys of systems that the form did not offer.</param>
/// <param name="From">A <c>datetime-local</c> value, in UTC.</param>
public sealed record ContentForm(
    string? Title = null, string? Reason = null, string? Kind = null, string? SecurityImpact = null, string[]? Systems = null,
    string? Customers = null, string? DependsOn = null, string? Artefacts = null, string? ImplementationPlan = null,
    string? TestPlan = null, string? BackoutPlan = null, string? From = null, string? Until = null, int Revision = 0,
    string? FurtherSystems = null)
{
    private static readonly char[] BetweenNames = [' ', ',', '\t', '\r', '\n'];

    public static ContentForm Of(ShowChange.Response change) => new(
        change.Title, change.Reason, Wire.Name(change.Kind), Wire.Name(change.SecurityImpact), [.. change.Systems],
        string.Join(' ', change.Customers), string.Join(' ', change.DependsOn), ArtefactLines.Write(change.Artefacts),
        change.ImplementationPlan, change.TestPlan, change.BackoutPlan, Moment(change.RequestedWindow.From),
        Moment(change.RequestedWindow.Until), change.Revision);

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
        "until" => Until,
        _ => null,
    };

    public ContentDraft ToDraft() => new(
        Lines(Title), Lines(Reason), Wire.Parse<ChangeKind>(Kind),
        [.. (Systems ?? []).Union(Names(FurtherSystems))], Names(Customers),
        Wire.Parse<SecurityImpact>(SecurityImpact), Names(DependsOn), ArtefactLines.Read(Artefacts), Lines(ImplementationPlan),
        Lines(TestPlan), Lines(BackoutPlan), new(Utc.Read(From), Utc.Read(Until)));

    /// <summary>
    /// Only what differs from what the form was filled with: a field cannot hold every text (it has its own line ends, and no
    /// seconds), and what nobody touched must not become a new revision.
    /// </summary>
    public ContentDraft ToPatch(ShowChange.Response change)
    {
        var (draft, shown) = (ToDraft(), Of(change));
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
            RequestedWindow = From == shown.From && Until == shown.Until ? null : new(
                From == shown.From ? change.RequestedWindow.From : Utc.Read(From),
                Until == shown.Until ? change.RequestedWindow.Until : Utc.Read(Until)),
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

    private static string? Moment(DateTimeOffset? moment) => moment is { } at ? Utc.Write(at) : null;
}
