using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People.Views;

/// <summary>POST /api/v1/me/views: keeps how one looks at a list.</summary>
public sealed class SaveView(AppDb db, UnitOfWork work, Actor actor, IEnumerable<ViewedList> lists, TimeProvider clock)
{
    internal const int LongestName = 60;

    /// <param name="Query">As in the list's address; what is empty in it, and the place in the list, are left out.</param>
    public sealed record Request(string List, string Name, string? Query = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/me/views",
        async (Request request, SaveView slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToCreated(view => $"/me/views/{view.Id.Value}"));

    public Task<Outcome<ListViews.Item>> Handle(Request request, CancellationToken ct) => work.Act<ListViews.Item>(async () =>
    {
        var list = lists.FirstOrDefault(list => list.Name == request.List);
        var mine = await db.Set<SavedView>().Where(view => view.Account == actor.Account).ToListAsync(ct);
        if (Refusal.For(Against(request, list, mine)) is { } refusal)
            return refusal;

        var place = Enumerable.Range(1, SavedView.MostOfAPerson).Except(mine.Select(view => view.Place)).First();
        var view = new SavedView(
            actor.Account, place, list!.Name, request.Name, list.Normal(request.Query ?? ""), clock.GetUtcNow());
        db.Add(view);
        await db.SaveChangesAsync(ct);
        return ListViews.As(view);
    }, ct);

    private static IEnumerable<Reason> Against(Request request, ViewedList? list, List<SavedView> mine)
    {
        if (list is null)
            yield return Reason.Invalid("list.unknown", "No list of that name has views.", "/list");
        foreach (var reason in Input.Text("/list", request.List, Input.LongestName).Concat(Named(request.Name, request.List, mine)))
            yield return reason;
        foreach (var reason in list?.Against(request.Query ?? "") ?? Input.Text("/query", request.Query, Input.LongestText))
            yield return reason;
        if (mine.Count >= SavedView.MostOfAPerson)
            yield return Reason.Conflict("views.full", $"A person keeps at most {SavedView.MostOfAPerson} views; remove one first.");
    }

    internal static IEnumerable<Reason> Named(string? name, string list, IEnumerable<SavedView> others) =>
    [
        .. Input.Text("/name", name, LongestName, required: true),
        .. others.Where(other => other.List == list && other.Name == name).Select(_ =>
            Reason.Conflict("view.name-taken", "You have a view of that name already.", "/name")),
    ];
}
