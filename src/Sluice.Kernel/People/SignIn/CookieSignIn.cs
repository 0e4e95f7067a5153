using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.People.SignIn;

/// <summary>
/// The cookie says who and nothing more. Roles are read at each request, so that one taken away is gone at once, and so is a
/// session whose password has been changed.
/// </summary>
public sealed class CookieSignIn(AppDb db, CurrentTenant current, CurrentActor actor)
{
    private const string TenantClaim = "tenant";
    private const string StampClaim = "stamp";

    private static readonly Translated<Func<AppDb, Account, CancellationToken, Task<Found?>>> Find = new(() => EF.CompileAsyncQuery(
        (AppDb db, Account account, CancellationToken ct) => db.Set<Person>().AsNoTracking()
            .Where(person => person.Account == account)
            .Join(db.Set<Credential>(), person => person.Account, credential => credential.Account,
                (person, credential) => new Found(person.Name, person.Roles, credential.Stamp))
            .SingleOrDefault()));

    public static ClaimsPrincipal Principal(PasswordSignIn.SignedIn person) => new(new ClaimsIdentity(
        [
            new(TenantClaim, person.Tenant.Value.ToString()),
            new(ClaimTypes.NameIdentifier, person.Account.Name),
            new(StampClaim, person.Stamp),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    public static async Task Validate(CookieValidatePrincipalContext cookie)
    {
        var slice = (CookieSignIn)cookie.HttpContext.RequestServices.GetService(typeof(CookieSignIn))!;
        if (!await slice.Enter(cookie.Principal!, cookie.HttpContext.RequestAborted))
            cookie.RejectPrincipal();
    }

    private async Task<bool> Enter(ClaimsPrincipal claimed, CancellationToken ct)
    {
        if (!Guid.TryParse(claimed.FindFirstValue(TenantClaim), out var id)
            || claimed.FindFirstValue(ClaimTypes.NameIdentifier) is not { } name)
            return false;

        var (tenant, account, stamp) = (new TenantId(id), new Account(name), claimed.FindFirstValue(StampClaim));
        current.Enter(tenant);
        var found = await Find.For(db)(db, account, ct);
        if (found is null || found.Stamp != stamp)
            return false;

        actor.Enter(new(tenant, account, found.Roles), found.Name, [Scope.Read, Scope.Write, Scope.Gate]);
        return true;
    }

    private sealed record Found(string Name, IReadOnlyList<Role> Roles, string Stamp);
}
