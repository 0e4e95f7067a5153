using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.People.SignIn;

/// <summary>Signs in the bearer of an API token (RFC 6750), with the roles its person has at this moment.</summary>
internal sealed class TokenScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    AppDb db, CurrentTenant current, CurrentActor actor, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "token";
    private const string Bearer = "Bearer ";

    private static readonly Translated<Func<AppDb, string, CancellationToken, Task<Found?>>> Find = new(() => EF.CompileAsyncQuery(
        (AppDb db, string hash, CancellationToken ct) => db.Set<ApiToken>().AsNoTracking()
            .Where(token => token.Hash == hash)
            .Join(db.Set<Person>(), token => token.Account, person => person.Account, (token, person) => new Found(token, person))
            .SingleOrDefault()));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        var secret = header[Bearer.Length..].Trim();
        if (TokenSecret.Tenant(secret) is not { } tenant)
            return AuthenticateResult.Fail("This is not a token.");

        current.Enter(tenant);
        var found = await Find.For(db)(db, TokenSecret.Hash(secret), Context.RequestAborted);
        if (found is null || !found.Token.IsLive(clock.GetUtcNow()))
            return AuthenticateResult.Fail("This token is not known, has expired or was revoked.");

        actor.Enter(new(tenant, found.Person.Account, found.Person.Roles), found.Person.Name, found.Token.Scopes,
            found.Token.ExpiresAt);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, found.Person.Account.Name)], Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer"; // RFC 6750, 3
        return base.HandleChallengeAsync(properties);
    }

    private sealed record Found(ApiToken Token, Person Person);
}
