using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People.Views;

/// <summary>DELETE /api/v1/me/views/{id}: one of one's own. It is a preference and no record, so it is really gone.</summary>
public sealed class RemoveView(AppDb db, UnitOfWork work, Actor actor)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapDelete(
        "/me/views/{id}",
        async (string id, RemoveView slice, CancellationToken ct) => (await slice.Handle(id, ct)).ToHttp());

    /// <returns>What it was.</returns>
    public Task<Outcome<ListViews.Item>> Handle(string id, CancellationToken ct) => work.Act<ListViews.Item>(async () =>
    {
        var wanted = RenameView.IdOf(id);
        if (await db.Set<SavedView>().SingleOrDefaultAsync(view => view.Id == wanted && view.Account == actor.Account, ct) is not { } view)
            return RenameView.Unknown;
        db.Remove(view);
        await db.SaveChangesAsync(ct);
        return ListViews.As(view);
    }, ct);
}
