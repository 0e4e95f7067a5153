using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People.Views;

/// <summary>
/// POST and DELETE /api/v1/me/views/{id}/default: the list opens with it, or does not any more. It takes the place of another one.
/// </summary>
/// <remarks>Only the pages open with it: a program is answered what it asks for.</remarks>
public sealed class SetDefaultView(AppDb db, UnitOfWork work, Actor actor)
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
            "/me/views/{id}/default",
            async (string id, SetDefaultView slice, CancellationToken ct) => (await slice.Handle(id, isDefault: true, ct)).ToHttp());
        api.MapDelete(
            "/me/views/{id}/default",
            async (string id, SetDefaultView slice, CancellationToken ct) => (await slice.Handle(id, isDefault: false, ct)).ToHttp());
    }

    public Task<Outcome<ListViews.Item>> Handle(string id, bool isDefault, CancellationToken ct) => work.Act<ListViews.Item>(async () =>
    {
        var mine = await db.Set<SavedView>().Where(view => view.Account == actor.Account).ToListAsync(ct);
        if (mine.Find(view => view.Id == RenameView.IdOf(id)) is not { } view)
            return RenameView.Unknown;
        if (isDefault)
            foreach (var other in mine.Where(other => other.List == view.List))
                other.BecomeDefault(false);
        view.BecomeDefault(isDefault);
        await db.SaveChangesAsync(ct);
        return ListViews.As(view);
    }, ct);
}
