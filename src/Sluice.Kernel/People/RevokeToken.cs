using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People;

/// <summary>DELETE /api/v1/tokens/{id}: revokes one of one's own. The row stays; the token opens nothing any more.</summary>
public sealed class RevokeToken(AppDb db, UnitOfWork work, Actor actor, TimeProvider clock)
{
    public sealed record Response(ApiTokenId Id, DateTimeOffset RevokedAt);

    internal static void Map(IEndpointRouteBuilder api) => api.MapDelete(
        "/tokens/{id}",
        async (string id, RevokeToken slice, CancellationToken ct) => (await slice.Handle(id, ct)).ToHttp());

    public Task<Outcome<Response>> Handle(string id, CancellationToken ct) => work.Act<Response>(async () =>
    {
        var wanted = Guid.TryParse(id, out var guid) ? new ApiTokenId(guid) : default;
        var token = await db.Set<ApiToken>().SingleOrDefaultAsync(known => known.Id == wanted && known.Account == actor.Account, ct);
        if (token is null)
            return new Reason(ReasonKind.Unknown, "token.unknown", "You have no such token.");

        var now = clock.GetUtcNow();
        if (token.RevokedAt is null)
        {
            token.Revoke(now);
            (await db.Set<Person>().SingleAsync(person => person.Account == actor.Account, ct)).TokenRevoked(token, actor, now);
            await db.SaveChangesAsync(ct);
        }
        return new Response(token.Id, token.RevokedAt!.Value);
    }, ct);
}
