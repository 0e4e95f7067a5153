using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.People.SignIn;

/// <summary>Finds out whether name and password belong together; what comes of it (cookie, token) is the caller's.</summary>
public sealed class PasswordSignIn(AppDb db, PasswordCheck check, CurrentTenant current)
{
    public sealed record SignedIn(TenantId Tenant, Account Account, string Stamp);

    public async Task<Outcome<SignedIn>> Handle(string name, string password, CancellationToken ct)
    {
        var entry = await db.Set<SignInName>().AsNoTracking().SingleOrDefaultAsync(known => known.Name == name, ct);
        if (entry is null)
        {
            Credential.CheckNobody(password);
            return PasswordCheck.Wrong;
        }

        current.Enter(entry.OrganisationId);
        var stamp = await check.Handle(entry.Account, password, ct);
        return stamp.Refusal is { } refusal ? refusal : new SignedIn(entry.OrganisationId, entry.Account, stamp.Value);
    }
}
