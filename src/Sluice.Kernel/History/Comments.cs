using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.History;

/// <summary>One comment. It is a ledger entry and nothing else, so that what was said cannot be made unsaid.</summary>
/// <param name="Text">Null once redacted.</param>
public sealed record CommentShown(long Sequence, Account By, DateTimeOffset At, string? Text)
{
    internal const string Act = "commented";

    internal static CommentShown To(LedgerRow row, IEnumerable<LedgerText> texts) =>
        new(row.Sequence, row.Actor, row.At, texts.SingleOrDefault()?.Text);
}

/// <summary>POST …/{reference}/comments</summary>
public sealed class AddComment(AppDb db, UnitOfWork work, Actor actor, TimeProvider clock)
{
    public sealed record Request(string Text);

    internal static void Map(IEndpointRouteBuilder api, RecordKind kind) => api.MapPost(
        kind.Path + "/{reference}/comments",
        async (string reference, Request request, AddComment slice, CancellationToken ct) =>
            (await slice.Handle(kind, reference, request, ct)).ToCreated(_ => $"{kind.Path}/{reference}/comments"));

    public Task<Outcome<CommentShown>> Handle(RecordKind kind, string reference, Request request, CancellationToken ct) =>
        work.Act<CommentShown>(async () =>
        {
            if (await kind.Find(db, reference, ct) is not { } record)
                return kind.Unknown;
            if (Refusal.For([.. Against(actor), .. Input.Text("/text", request.Text, Input.LongestComment, required: true)])
                is { } refusal)
                return refusal;
            var now = clock.GetUtcNow();
            record.Comment(request.Text, actor, now);
            await db.SaveChangesAsync(ct);
            return new CommentShown(record.Version, actor.Account, now, request.Text);
        }, ct);

    public static IEnumerable<Reason> Against(Actor actor)
    {
        if (actor.Roles.All(role => role == KernelRoles.Auditor))
            yield return Reason.Forbidden("comment.auditor", "Auditors read; they leave no traces of their own.");
    }
}

/// <summary>GET …/{reference}/comments: oldest first, at most 200.</summary>
public sealed class ListComments(AppDb db)
{
    internal static void Map(IEndpointRouteBuilder api, RecordKind kind) => api.MapGet(
        kind.Path + "/{reference}/comments",
        async (string reference, ListComments slice, CancellationToken ct) => (await slice.Handle(kind, reference, ct)).ToHttp());

    public async Task<Outcome<Page<CommentShown>>> Handle(RecordKind kind, string reference, CancellationToken ct)
    {
        if (await kind.Find(db, reference, ct) is not { } record)
            return kind.Unknown;
        var entries = await db.Ledger.AsNoTracking()
            .Where(row => row.Record == record.Chain && row.Act == CommentShown.Act)
            .OrderBy(row => row.Sequence).Take(Paging.LargestLimit).ToListAsync(ct);
        var texts = await ShowHistory.Texts(db, record.Chain, entries, ct);
        return new Page<CommentShown>([.. entries.Select(row => CommentShown.To(row, texts[row.Sequence]))]);
    }
}
