using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>PATCH /api/v1/changes/{reference}: edits the content, and so withdraws the approvals of what it was.</summary>
public sealed class EditChange(AppDb db, UnitOfWork work, Actor actor, FindNames findNames, ChangeBooking booking, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPatch(
        "/changes/{reference}",
        async (string reference, MergePatch<ContentDraft> request, IfMatch seen, EditChange slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, seen, ct)).ToHttp()).AcceptsMergePatch<ContentDraft>();

    public Task<Outcome<ShowChange.Response>> Handle(
        string reference, MergePatch<ContentDraft> patch, IfMatch seen, CancellationToken ct) =>
        Handle(reference, patch, seen, [], ct);

    public Task<Outcome<ShowChange.Response>> Handle(
        string reference, ContentDraft request, IfMatch seen, IReadOnlyList<Reason> unread, CancellationToken ct) =>
        Handle(reference, new MergePatch<ContentDraft>(request, new HashSet<string>()), seen, unread, ct);

    /// <param name="unread">Why some of what a form says cannot be read: refused with all the rest.</param>
    private Task<Outcome<ShowChange.Response>> Handle(
        string reference, MergePatch<ContentDraft> patch, IfMatch seen, IReadOnlyList<Reason> unread, CancellationToken ct) => work.Act<ShowChange.Response>(async () =>
    {
        if (await db.ChangeWithRef(reference).SingleOrDefaultAsync(ct) is not { } change)
            return ChangeReasons.Unknown;

        var now = clock.GetUtcNow();
        var draft = patch.Value.Over(change.Content, patch.Removed);
        var known = await findNames.Handle(change, draft, ct);
        // A window that has passed is no reason to refuse an edit of something else.
        var rules = ContentRules.Against(draft, known, patch.Value.RequestedWindow is null ? DateTimeOffset.MinValue : now);
        if (Refusal.For([.. Against(change, actor), .. rules, .. unread, .. seen.Reasons(change)]) is { } refusal)
            return refusal;

        var (before, booked) = (change.Content, BookedAs.Of(change));
        if (change.Edit(draft.ToContent(), actor, now) is { } impossible)
            return impossible;
        if (change.Content != before)
        {
            ChangeIndex.Move(db, change, before);
            await booking.Keep(change, booked, ct);
        }
        await db.WriteDown(ct);
        return ShowChange.As(actor, change, known.Owners, now);
    }, ct);

    /// <summary>What keeps this person from it, whatever they would write.</summary>
    internal static IEnumerable<Reason> Against(Change change, Actor actor)
    {
        if (ChangeLifecycle.After(change.Status, ChangeFact.MaterialEdit) is null)
            yield return ChangeReasons.NotFrom(change.Status);
        if (change.IsExecuting)
            yield return ChangeReasons.Executing;
        if (actor.Account != change.Requester)
            yield return Reason.Forbidden("edit.not-requester", "Only its requester edits a change.");
        foreach (var reason in AddChange.Against(actor))
            yield return reason;
    }
}
