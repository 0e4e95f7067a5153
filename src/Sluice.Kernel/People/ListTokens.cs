using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People;

/// <summary>GET /api/v1/tokens?after=&amp;limit=: one's own live tokens, newest first.</summary>
public sealed class ListTokens(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed record Item(
        ApiTokenId Id, string Name, IReadOnlyList<Scope> Scopes, DateTimeOffset AddedAt, DateTimeOffset? ExpiresAt);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/tokens",
        async ([AsParameters] PageRequest request, ListTokens slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToHttp());

    public async Task<Outcome<Page<Item>>> Handle(PageRequest request, CancellationToken ct)
    {
        var list = Cursor.ListOf("tokens");
        var (cursor, unreadable) = Cursor.Read(request.After, list);
        if (Refusal.For([.. Paging.Limit(request.Limit), .. unreadable is null ? [] : (Reason[])[unreadable]]) is { } refusal)
            return refusal;

        var (limit, now) = (request.Limit ?? Paging.DefaultLimit, clock.GetUtcNow());
        var tokens = db.Set<ApiToken>().AsNoTracking().Where(token =>
            token.Account == actor.Account && token.RevokedAt == null && (token.ExpiresAt == null || token.ExpiresAt > now));
        if (cursor is { Value: { } hash })
        {
            var at = new DateTimeOffset(Math.Clamp(cursor.Tie, 0, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
            tokens = tokens.Where(token => token.AddedAt <= at && (token.AddedAt < at || token.Hash.CompareTo(hash) < 0));
        }
        var rows = await tokens.OrderByDescending(token => token.AddedAt).ThenByDescending(token => token.Hash)
            .Take(limit + 1).ToListAsync(ct);
        var page = rows.ToPage(limit, last => string.Create(
            CultureInfo.InvariantCulture,
            $"/api/v1/tokens?limit={limit}&after={new Cursor(list, last.Hash, last.AddedAt.UtcTicks)}"));
        return new Page<Item>(
            [.. page.Items.Select(token => new Item(token.Id, token.Name, token.Scopes, token.AddedAt, token.ExpiresAt))],
            page.NextLink);
    }
}
