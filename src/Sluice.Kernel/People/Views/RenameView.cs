using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People.Views;

/// <summary>POST /api/v1/me/views/{id}/rename: one of one's own.</summary>
public sealed class RenameView(AppDb db, UnitOfWork work, Actor actor)
{
    internal static readonly Reason Unknown = new(ReasonKind.Unknown, "view.unknown", "You have no such view.");

    public sealed record Request(string Name);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/me/views/{id}/rename",
        async (string id, Request request, RenameView slice, CancellationToken ct) => (await slice.Handle(id, request, ct)).ToHttp());

    public Task<Outcome<ListViews.Item>> Handle(string id, Request request, CancellationToken ct) => work.Act<ListViews.Item>(async () =>
    {
        var mine = await db.Set<SavedView>().Where(view => view.Account == actor.Account).ToListAsync(ct);
        if (mine.Find(view => view.Id == IdOf(id)) is not { } view)
            return Unknown;
        if (Refusal.For(SaveView.Named(request.Name, view.List, mine.Where(other => other != view))) is { } refusal)
            return refusal;
        view.Rename(request.Name);
        await db.SaveChangesAsync(ct);
        return ListViews.As(view);
    }, ct);

    internal static SavedViewId IdOf(string id) => Guid.TryParse(id, out var guid) ? new(guid) : default;
}
