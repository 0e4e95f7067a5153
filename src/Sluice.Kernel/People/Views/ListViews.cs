using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People.Views;

/// <summary>GET /api/v1/me/views: all of one's own, by list and name.</summary>
public sealed class ListViews(AppDb db, Actor actor)
{
    /// <param name="List">Whose view it is: the last part of that list's address.</param>
    /// <param name="Query">Filters and sort as in the list's address, with the question mark; empty when it asks for everything.</param>
    /// <param name="IsDefault">The list opens with it where nothing else is asked for.</param>
    public sealed record Item(SavedViewId Id, string List, string Name, string Query, bool IsDefault);

    public const int Most = SavedView.MostOfAPerson;

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/me/views",
        async (ListViews slice, CancellationToken ct) => ((Outcome<Page<Item>>)new Page<Item>(await slice.Handle(ct))).ToHttp());

    public async Task<IReadOnlyList<Item>> Handle(CancellationToken ct) =>
    [
        .. (await db.Set<SavedView>().AsNoTracking().Where(view => view.Account == actor.Account).ToListAsync(ct))
            .OrderBy(view => view.List, StringComparer.Ordinal).ThenBy(view => view.Name, StringComparer.OrdinalIgnoreCase)
            .Select(As),
    ];

    internal static Item As(SavedView view) => new(view.Id, view.List, view.Name, view.Query, view.DefaultOf is not null);
}
