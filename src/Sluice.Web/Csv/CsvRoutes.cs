using Sluice.Changes;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Releases;
using Sluice.Releases.Execution;
using Sluice.Web.Pages;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Csv;

/// <summary>
/// Every list is a file, too: its address with <c>.csv</c> at the end of the path, and the same filters behind it. All rows, in the
/// list's first order whatever it was sorted by: sorted by when they were touched, those that are touched meanwhile would be missed.
/// </summary>
internal static class CsvRoutes
{
    public static void MapCsv(this WebApplication app)
    {
        var lists = app.MapGroup("").RequireAuthorization().ExcludeFromDescription();
        lists.MapGet("/changes.csv", (HttpRequest request, ListChanges list) => new CsvList<ListChanges.Item>(
            "changes", Columns.Changes, (after, ct) => list.Handle(
                Pages.Changes.IndexModel.Ask(new(request.Query)) with { After = after, Limit = Paging.LargestLimit }, ct)));
        lists.MapGet("/releases.csv", (HttpRequest request, ListReleases list) => new CsvList<ListReleases.Item>(
            "releases", Columns.Releases, (after, ct) => If(
                Pages.Releases.IndexModel.Ask(new(request.Query)),
                asked => list.Handle(asked with { After = after, Limit = Paging.LargestLimit }, ct))));
        lists.MapGet("/systems.csv", ([AsParameters] ListSystems.Request asked, ListSystems list) => new CsvList<ShowSystem.Response>(
            "systems", Columns.Systems, (after, ct) => list.Handle(asked with { After = after, Limit = Paging.LargestLimit }, ct)));
        lists.MapGet("/teams.csv", ([AsParameters] ListTeams.Request asked, ListTeams list) => new CsvList<ShowTeam.Response>(
            "teams", Columns.Teams, (after, ct) => list.Handle(asked with { After = after, Limit = Paging.LargestLimit }, ct)));
        lists.MapGet("/customers.csv", ([AsParameters] ListCustomers.Request asked, ListCustomers list) => new CsvList<ShowCustomer.Response>(
            "customers", Columns.Customers, (after, ct) => list.Handle(asked with { After = after, Limit = Paging.LargestLimit }, ct)));
        lists.MapGet("/people.csv", (ListPeople list) => new CsvList<PersonShown>(
            "people", Columns.People, (after, ct) => list.Handle(new() { After = after, Limit = Paging.LargestLimit }, ct)));
        lists.MapGet("/audit.csv", (HttpRequest request, SearchLedger search) => new CsvList<AuditModel.Line>(
            "audit", Columns.Audit, (after, ct) => If(AuditModel.Ask(new(request.Query)), asked => As(
                search.Handle(asked with { After = after, Limit = Paging.LargestLimit }, ct), AuditModel.LineOf))));
        lists.MapGet("/my-work.csv", (ListWaiting waiting, ListMySteps steps) => new CsvList<WorkModel.Row>(
            "my-work", Columns.Work, async (_, ct) => new Page<WorkModel.Row>(
                WorkModel.RowsOf(await waiting.Handle(ct), await steps.Handle(ct)))));
        foreach (var kind in app.Services.GetServices<RecordKind>())
            lists.MapGet(kind.Path + "/{reference}/history.csv", (string reference, ShowHistory history) => new CsvList<RecordPast.Line>(
                $"{reference}-history", Columns.History, (after, ct) => As(
                    history.Handle(kind, reference, new() { After = after, Limit = Paging.LargestLimit }, ct),
                    entry => new RecordPast.Line(entry, EntryWords.Of(kind.Path, entry)))));
    }

    /// <summary>A list is asked only what could be read.</summary>
    private static Task<Outcome<Page<T>>> If<TAsked, T>(Outcome<TAsked> asked, Func<TAsked, Task<Outcome<Page<T>>>> list) =>
        asked.Refusal is { } unreadable ? Task.FromResult<Outcome<Page<T>>>(unreadable) : list(asked.Value);

    private static async Task<Outcome<Page<TShown>>> As<T, TShown>(Task<Outcome<Page<T>>> list, Func<T, TShown> show)
    {
        var page = await list;
        return page.Refusal is { } refusal
            ? refusal
            : new Page<TShown>([.. page.Value.Items.Select(show)], page.Value.NextLink);
    }
}
