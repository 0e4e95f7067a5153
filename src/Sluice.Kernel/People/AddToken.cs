using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Idempotency;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.People;

/// <summary>POST /api/v1/tokens: a token of one's own, shown once.</summary>
public sealed class AddToken(AppDb db, UnitOfWork work, CurrentActor current, TimeProvider clock)
{
    /// <param name="Scopes">What it may be used for; never more than the token that asks for it.</param>
    public sealed record Request(string Name, IReadOnlyList<Scope> Scopes, DateTimeOffset? ExpiresAt = null);

    public sealed record Response(ApiTokenId Id, string? Token) : IHoldSecret
    {
        public object WithoutSecret() => this with { Token = null };
    }

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/tokens",
        async (Request request, AddToken slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToCreated(token => $"/tokens/{token.Id.Value}"));

    public Task<Outcome<Response>> Handle(Request request, CancellationToken ct) => work.Act<Response>(async () =>
    {
        if (Refusal.For(Against(request)) is { } refusal)
            return refusal;
        return await Issue(current.Actor!, request, ct);
    }, ct);

    /// <summary>For somebody who has just proven who they are by other means.</summary>
    public Task<Outcome<Response>> HandleFor(TenantId tenant, Account account, Request request, CancellationToken ct) =>
        work.Act<Response>(async () => await Issue(new(tenant, account, []), request, ct), ct);

    private async Task<Response> Issue(Actor actor, Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var secret = TokenSecret.New(actor.Tenant);
        var token = new ApiToken(actor.Account, request.Name, [.. request.Scopes.Distinct()], request.ExpiresAt, secret, now);
        var person = await db.Set<Person>().SingleAsync(known => known.Account == actor.Account, ct);
        person.TokenIssued(token, actor, now);
        db.Add(token);
        await db.SaveChangesAsync(ct);
        return new(token.Id, secret);
    }

    private IEnumerable<Reason> Against(Request request)
    {
        foreach (var reason in Input.Text("/name", request.Name, Input.LongestName, required: true))
            yield return reason;
        if (request.Scopes.Count == 0)
            yield return Reason.Invalid("scopes.missing", "Name a scope: read, write or gate.", "/scopes");
        if (request.ExpiresAt <= clock.GetUtcNow())
            yield return Reason.Invalid("token.expired", "It would have expired already.", "/expiresAt");
        if (request.Scopes.Except(current.Scopes).Any())
            yield return Reason.Forbidden("scope.exceeded", "A token cannot give away more than it has.");
        if (current.Until is { } until && (request.ExpiresAt is null || request.ExpiresAt > until))
            yield return Reason.Forbidden("token.outlives", "A token cannot give away more time than it has.");
    }
}
