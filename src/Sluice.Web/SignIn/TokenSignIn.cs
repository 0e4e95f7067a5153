using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.People.SignIn;
using Sluice.Kernel.Tenancy;
using Sluice.Web.Hosting;

namespace Sluice.Web.SignIn;

/// <summary>How a program gets its first token: with a password, or in the demo with an account's name alone.</summary>
internal static class TokenSignIn
{
    public const string PasswordLimit = "passwords";
    private const int PasswordsPerMinute = 30;
    private static readonly Scope[] AllScopes = Enum.GetValues<Scope>();

    public sealed record PasswordRequest(string Account, string Password, string TokenName = "sign-in");

    public sealed record DemoRequest(string Account);

    public sealed record Response(string Token);

    public static void MapTokenSignIn(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sign-in", WithPassword).RequireRateLimiting(PasswordLimit);
        api.MapPost("/demo/token", InDemo);
    }

    /// <summary>By address, besides the lock on each account: against one guess at each of many accounts.</summary>
    public static void LimitPasswords(this RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(PasswordLimit, http => IsGuess(http.Request)
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new() { PermitLimit = PasswordsPerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
    }

    // Looking at the form, choosing one of the demo's people, or having what was typed kept: none of them tries a password.
    private static bool IsGuess(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && !(request.Path == "/sign-in" && request.Query["handler"].ToString() is "Persona" or KeptForms.Handler);

    private static async Task<IResult> WithPassword(
        PasswordRequest request, PasswordSignIn signIn, IServiceScopeFactory scopes, CancellationToken ct)
    {
        if (Refusal.For(
            [
                .. Input.Text("/account", request.Account, Input.LongestName, required: true),
                .. Input.Text("/password", request.Password, Input.LongestName, required: true),
                .. Input.Text("/tokenName", request.TokenName, Input.LongestName, required: true),
            ]) is { } wrong)
            return wrong.ToProblem();
        var signedIn = await signIn.Handle(request.Account, request.Password, ct);
        return signedIn.Refusal is { } refusal
            ? refusal.ToProblem()
            : await Token(scopes, signedIn.Value.Tenant, signedIn.Value.Account, request.TokenName, ct);
    }

    private static async Task<IResult> InDemo(
        DemoRequest request, LaunchOptions options, AddOrganisation organisations, IServiceScopeFactory scopes, CancellationToken ct)
    {
        if (!options.IsDemo)
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
        if (Refusal.For(Input.Text("/account", request.Account, Input.LongestName, required: true)) is { } wrong)
            return wrong.ToProblem();
        if (await organisations.TenantOf(request.Account, ct) is not { } known)
        {
            Refusal unknown = Reason.Invalid("account.unknown", "The demo has no such account.", "/account");
            return unknown.ToProblem();
        }
        return await Token(scopes, known, new(request.Account), "demo", ct);
    }

    // In a scope of its own: the request may carry a token of another organisation already.
    private static async Task<IResult> Token(
        IServiceScopeFactory scopes, TenantId tenant, Account account, string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        var added = await scope.ServiceProvider.GetRequiredService<AddToken>().HandleFor(tenant, account, new(name, AllScopes), ct);
        return added.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Ok(new Response(added.Value.Token!));
    }
}
