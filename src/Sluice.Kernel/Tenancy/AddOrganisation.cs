using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.People;
using Sluice.Kernel.People.SignIn;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Tenancy;

/// <summary>A new organisation with its first people; the host calls it, no address leads here.</summary>
public sealed class AddOrganisation(AppDb db, UnitOfWork work, CurrentTenant current, TimeProvider clock)
{
    /// <param name="Passwords">First passwords by account, known to nobody else; empty when none were asked for.</param>
    public sealed record Added(TenantId Tenant, IReadOnlyDictionary<string, string> Passwords);

    /// <param name="withPasswords">Otherwise no password signs these people in.</param>
    /// <returns><see langword="null"/> when there is one of that key.</returns>
    public async Task<Added?> Handle(string key, string name, IReadOnlyList<AddPerson.Request> people, bool withPasswords, CancellationToken ct)
    {
        if (await db.Set<Organisation>().AnyAsync(organisation => organisation.Key == key, ct))
            return null;

        var now = clock.GetUtcNow();
        var tenant = TenantId.New(now);
        current.Enter(tenant);
        var added = await work.Act<Added>(async () =>
        {
            db.Add(new Organisation(tenant, key, name));
            var passwords = withPasswords
                ? people.ToDictionary(person => person.Account, _ => AddPerson.FirstPassword()) : [];
            foreach (var person in people)
            {
                var account = new Account(person.Account);
                AddPerson.New(
                    db, person, withPasswords ? new(account, passwords[person.Account]) : Credential.Closed(account),
                    Actor.Clockwork(tenant), now);
            }
            await db.SaveChangesAsync(ct);
            return new Added(tenant, passwords);
        }, ct);
        return added.Value;
    }

    /// <summary>Which organisation an account belongs to.</summary>
    public async Task<TenantId?> TenantOf(string account, CancellationToken ct) =>
        (await db.Set<SignInName>().AsNoTracking().SingleOrDefaultAsync(known => known.Name == account, ct))?.OrganisationId;

    public Task<List<string>> Keys(CancellationToken ct) =>
        db.Set<Organisation>().AsNoTracking().Select(organisation => organisation.Key).ToListAsync(ct);

    public Task<List<TenantId>> All(CancellationToken ct) =>
        db.Set<Organisation>().AsNoTracking().Select(organisation => organisation.Id).ToListAsync(ct);
}
