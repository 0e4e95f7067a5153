using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Kernel.History;

/// <summary>One comment. It is a ledger entry and nothing else, so that what was said cannot be made unsaid.</summary>
/// <param name="Text">Null once redacted.</param>
public sealed record CommentShown(long Sequence, Account By, DateTimeOffset At, string? Text)
{
    internal const string Act = "commented";

    internal static CommentShown To(LedgerRow row, IReadOnlyList<KeptText>? texts) =>
        new(row.Sequence, row.Actor, row.At, texts?.SingleOrDefault()?.Text);
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
            if (Refusal.For([.. Against(kind), .. Against(actor), .. Input.Text("/text", request.Text, Input.LongestComment, required: true)])
                is { } refusal)
                return refusal;
            var now = clock.GetUtcNow();
            record.Comment(request.Text, actor, now);
            await db.SaveChangesAsync(ct);
            return new CommentShown(record.Version, actor.Account, now, request.Text);
        }, ct);

    private static IEnumerable<Reason> Against(RecordKind kind)
    {
        if (!kind.TakesComments)
            yield return Reason.Conflict("comment.none", "Nobody comments on these.");
    }

    public static IEnumerable<Reason> Against(Actor actor)
    {
        if (actor.Roles.All(role => role == KernelRoles.Auditor))
            yield return Reason.Forbidden("comment.auditor", "Auditors read; they leave no traces of their own.");
    }
}

/// <summary>GET …/{reference}/comments?after=&amp;limit=: oldest first.</summary>
public sealed class ListComments(AppDb db)
{
    internal static void Map(IEndpointRouteBuilder api, RecordKind kind) => api.MapGet(
        kind.Path + "/{reference}/comments",
        async (string reference, [AsParameters] PageRequest request, ListComments slice, CancellationToken ct) =>
            (await slice.Handle(kind, reference, request, ct)).ToHttp());

    public async Task<Outcome<Page<CommentShown>>> Handle(
        RecordKind kind, string reference, PageRequest request, CancellationToken ct)
    {
        if (await kind.Find(db, reference, ct) is not { } record)
            return kind.Unknown;
        var list = Cursor.ListOf("comments", record.Chain);
        var (cursor, unreadable) = Cursor.Read(request.After, list);
        if (Refusal.For([.. Paging.Limit(request.Limit), .. unreadable is null ? [] : (Reason[])[unreadable]]) is { } refusal)
            return refusal;

        var (limit, after) = (request.Limit ?? Paging.DefaultLimit, cursor?.Tie ?? 0);
        var entries = await db.Ledger.AsNoTracking()
            .Where(row => row.Record == record.Chain && row.Act == CommentShown.Act && row.Sequence > after)
            .OrderBy(row => row.Sequence).Take(limit + 1).ToListAsync(ct);
        var texts = await ShowHistory.Texts(db, record.Chain, entries, ct);
        return entries.ConvertAll(row => CommentShown.To(row, texts.GetValueOrDefault(row.Sequence)))
            .ToPage(limit, last => string.Create(
                CultureInfo.InvariantCulture,
                $"/api/v1{kind.Path}/{reference}/comments?limit={limit}&after={new Cursor(list, null, last.Sequence)}"));
    }
}
