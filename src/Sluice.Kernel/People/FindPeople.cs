using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People;

public sealed record PersonKnown(Account Account, string Name, IReadOnlyList<Role> Roles);

/// <summary>Those of the named people who exist.</summary>
public sealed class FindPeople(AppDb db, ReadOnce once)
{
    public async Task<IReadOnlyDictionary<Account, PersonKnown>> Handle(IReadOnlyCollection<Account> accounts, CancellationToken ct)
    {
        // What cannot be an account is nobody's; a database may not even be able to compare with it.
        var possible = accounts.Where(account => !Input.Key("", account.Name).Any()).ToList();
        return possible.Count == 0
            ? FrozenDictionary<Account, PersonKnown>.Empty
            : (await once.Of(this, string.Join('\n', possible.Select(account => account.Name)),
                    () => db.Set<Person>().AsNoTracking().Where(person => possible.Contains(person.Account)).ToListAsync(ct)))
                .ToDictionary(person => person.Account, person => new PersonKnown(person.Account, person.Name, person.Roles));
    }
}
