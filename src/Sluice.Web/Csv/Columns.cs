using Sluice.Changes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Releases;
using Sluice.Web.Pages;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Csv;

/// <summary>What each list says as CSV. A column is never renamed or moved, only added at the end: people's sheets name them.</summary>
internal static class Columns
{
    public static readonly IReadOnlyList<Column<ListChanges.Item>> Changes =
    [
        new("Change", change => change.Ref), new("Title", change => change.Title), new("Kind", change => Cell.Of((Handover.ChangeKind?)change.Kind)),
        new("Gate status", change => Cell.Of((Handover.ChangeStatus?)change.Status)),
        new("Channel status", change => Cell.Of((Handover.DeliveryStatus?)change.DeliveryStatus)),
        new("Risk", change => Cell.Of(change.Risk)), new("Release", change => change.Release),
        new("Systems", change => Cell.Of(change.Systems)), new("Requester", change => change.Requester.Name),
        new("Requested from", change => Cell.Of(change.RequestedWindow.From)),
        new("Requested until", change => Cell.Of(change.RequestedWindow.Until)),
        new("Revision", change => Cell.Of(change.Revision)), new("Drafted", change => Cell.Of(change.CreatedAt)),
        new("Last touched", change => Cell.Of(change.UpdatedAt)),
    ];

    public static readonly IReadOnlyList<Column<ListReleases.Item>> Releases =
    [
        new("Release", release => release.Ref), new("Title", release => release.Title),
        new("Status", release => Cell.Of((ReleaseStatus?)release.Status)), new("Window", release => release.Window),
        new("From", release => Cell.Of(release.From)), new("Until", release => Cell.Of(release.Until)), new("Zone", release => release.Zone),
        new("Systems", release => Cell.Of(release.Systems)),
        new("Changes", release => Cell.Of(release.Changes.Select(item =>
            $"{item.Change} {Cell.Of((Handover.DeliveryStatus?)item.DeliveryStatus)!.ToLowerInvariant()}"))),
        new("Planned", release => Cell.Of(release.CreatedAt)), new("Last touched", release => Cell.Of(release.UpdatedAt)),
    ];

    public static readonly IReadOnlyList<Column<ShowSystem.Response>> Systems =
    [
        new("System", system => system.Key), new("Name", system => system.Name), new("Owner team", system => system.OwnerTeam),
        new("Criticality", system => Cell.Of((Criticality?)system.Criticality)), new("Environment", system => system.Environment),
        new("Depends on", system => Cell.Of(system.DependsOn)), new("Authors implement", system => system.AuthorsImplement ? "Yes" : "No"),
    ];

    public static readonly IReadOnlyList<Column<ShowTeam.Response>> Teams =
    [
        new("Team", team => team.Key), new("Name", team => team.Name), new("Members", team => Cell.Of(team.Members)),
    ];

    public static readonly IReadOnlyList<Column<ShowCustomer.Response>> Customers =
    [
        new("Customer", customer => customer.Key), new("Name", customer => customer.Name),
        new("Systems", customer => Cell.Of(customer.Systems)),
    ];

    public static readonly IReadOnlyList<Column<PersonShown>> People =
    [
        new("Account", person => person.Account.Name), new("Name", person => person.Name), new("Roles", person => Cell.Of(person.Roles)),
    ];

    public static readonly IReadOnlyList<Column<WorkModel.Row>> Work =
    [
        new("Asked of you", row => row.Asked), new("Record", row => row.Record), new("Title", row => row.Title),
        new("Gate status", row => row.Gate), new("Channel status", row => row.Channel), new("Step", row => row.Step),
        new("Step state", row => row.State), new("Minutes", row => row.Minutes is { } minutes ? Cell.Of(minutes) : null),
        new("Since", row => Cell.Of(row.Since)),
    ];

    public static readonly IReadOnlyList<Column<AuditModel.Line>> Audit =
    [
        new("Record", line => line.Entry.Ref), new("Chain", line => line.Entry.Chain), new("Entry", line => Cell.Of(line.Entry.Sequence)),
        new("When", line => Cell.Of(line.Entry.At)), new("Who", line => line.Entry.Actor.Name), new("Act", line => line.Entry.Act),
        new("What", line => line.Words.Did), new("Before", line => line.Words.Before), new("After", line => line.Words.After),
        new("Said", line => Said(line.Words)), new("Hash", line => line.Entry.Hash),
    ];

    public static readonly IReadOnlyList<Column<RecordPast.Line>> History =
    [
        new("Entry", line => Cell.Of(line.Entry.Sequence)), new("When", line => Cell.Of(line.Entry.At)),
        new("Who", line => line.Entry.Actor.Name), new("Act", line => line.Entry.Act), new("What", line => line.Words.Did),
        new("Before", line => line.Words.Before), new("After", line => line.Words.After), new("Said", line => Said(line.Words)),
        new("Hash", line => line.Entry.Hash),
    ];

    private static string Said(HistoryLine words) =>
        string.Join("\n", words.Said.Select(said => said.What.Length == 0 ? said.Text : $"{said.What}: {said.Text}"));
}
