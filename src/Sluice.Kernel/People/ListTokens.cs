using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People;

/// <summary>GET /api/v1/tokens: one's own live tokens, newest first; at most 200.</summary>
public sealed class ListTokens(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed record Item(
        ApiTokenId Id, string Name, IReadOnlyList<Scope> Scopes, DateTimeOffset AddedAt, DateTimeOffset? ExpiresAt);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/tokens", async (ListTokens slice, CancellationToken ct) => (await slice.Handle(ct)).ToHttp());

    public async Task<Outcome<Page<Item>>> Handle(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var tokens = await db.Set<ApiToken>().AsNoTracking()
            .Where(token => token.Account == actor.Account && token.RevokedAt == null
                && (token.ExpiresAt == null || token.ExpiresAt > now))
            .OrderByDescending(token => token.AddedAt).Take(Paging.LargestLimit).ToListAsync(ct);
        return new Page<Item>(
            [.. tokens.Select(token => new Item(token.Id, token.Name, token.Scopes, token.AddedAt, token.ExpiresAt))]);
    }
}
