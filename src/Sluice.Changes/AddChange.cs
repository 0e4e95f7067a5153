using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>POST /api/v1/changes: a draft, which nobody but its requester has to look at yet.</summary>
public sealed class AddChange(AppDb db, UnitOfWork work, Actor actor, FindNames findNames, References references, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/changes",
        async (ContentDraft request, AddChange slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToCreated(change => $"/changes/{change.Ref}"));

    public Task<Outcome<ShowChange.Response>> Handle(ContentDraft request, CancellationToken ct) => Handle(request, [], ct);

    /// <param name="unread">Why some of what a form says cannot be read: refused with all the rest.</param>
    public async Task<Outcome<ShowChange.Response>> Handle(ContentDraft request, IReadOnlyList<Reason> unread, CancellationToken ct)
    {
        var number = await references.Next(actor.Tenant, ChangeRef.Kind, ChangeRef.First, ct);
        return await work.Act<ShowChange.Response>(async () =>
        {
            var now = clock.GetUtcNow();
            var known = await findNames.Handle(own: null, request, ct);
            if (Refusal.For([.. Against(actor), .. ContentRules.Against(request, known, now), .. unread]) is { } refusal)
                return refusal;

            var change = Change.Draft(number, request.ToContent(), actor, now);
            db.Changes.Add(change);
            ChangeIndex.Add(db, change);
            await db.WriteDown(ct);
            return ShowChange.As(actor, change, known.Owners, now);
        }, ct);
    }

    /// <summary>Asked again of whoever goes on with their own change: a role taken away meanwhile counts at once.</summary>
    public static IEnumerable<Reason> Against(Actor actor)
    {
        if (!actor.Roles.Any(ChangeRoles.Creators.Contains))
            yield return Reason.Forbidden("change.not-creator", "Your roles do not include requesting changes.");
    }
}
