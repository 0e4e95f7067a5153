using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.People.SignIn;

/// <summary>Finds out whether name and password belong together; what comes of it (cookie, token) is the caller's.</summary>
/// <remarks>In a scope of its own: whoever signs in may be signed in already, as somebody of another organisation.</remarks>
public sealed class PasswordSignIn(IServiceScopeFactory scopes)
{
    public sealed record SignedIn(TenantId Tenant, Account Account, string Stamp);

    public async Task<Outcome<SignedIn>> Handle(string name, string password, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await Find(scope.ServiceProvider, name, ct) is not { } entry)
            return Unknown(scope.ServiceProvider, name, password);
        var stamp = await scope.ServiceProvider.GetRequiredService<PasswordCheck>().Handle(entry.Account, password, ct);
        return stamp.Refusal is { } refusal ? refusal : new SignedIn(entry.OrganisationId, entry.Account, stamp.Value);
    }

    /// <summary>For the demo's persona picker, where nobody has anything to prove.</summary>
    public async Task<SignedIn?> WithoutPassword(string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await Find(scope.ServiceProvider, name, ct) is not { } entry)
            return null;
        var stamp = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Credential>()
            .Where(known => known.Account == entry.Account).Select(known => known.Stamp).SingleAsync(ct);
        return new(entry.OrganisationId, entry.Account, stamp);
    }

    private static async Task<SignInName?> Find(IServiceProvider services, string name, CancellationToken ct)
    {
        if (Input.Text("/account", name, Input.LongestName).Any())
            return null; // and the database is not asked about text that it cannot hold
        var entry = await services.GetRequiredService<AppDb>().Set<SignInName>().AsNoTracking()
            .SingleOrDefaultAsync(known => known.Name == name, ct);
        if (entry is not null)
            services.GetRequiredService<CurrentTenant>().Enter(entry.OrganisationId);
        return entry;
    }

    private static Reason Unknown(IServiceProvider services, string name, string password)
    {
        if (!services.GetRequiredService<UnknownNames>().Guess(name, services.GetRequiredService<TimeProvider>().GetUtcNow()))
            return PasswordCheck.Locked;
        Credential.CheckNobody(password);
        return PasswordCheck.Wrong;
    }
}
