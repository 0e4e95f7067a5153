using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Kernel.People;

/// <summary>Somebody who may sign in, and what they may be asked to do.</summary>
internal sealed class Person : Record
{
    private Person() => (Name, Roles) = (null!, null!);

    public Account Account { get; private set; }
    public string Name { get; private set; }
    public IReadOnlyList<Role> Roles { get; private set; }
    public override string Ref => Account.Name;
    public override string Chain => "person/" + Account.Name;

    public static Person Add(Account account, string name, IReadOnlyList<Role> roles, Actor admin, DateTimeOffset now)
    {
        var person = new Person { Account = account, Name = name, Roles = roles };
        person.Acted(admin, "person.added", now, new { account, name = new FreeText(name), roles = Names(roles) });
        return person;
    }

    public Refusal? Grant(IReadOnlyList<Role> roles, Actor admin, DateTimeOffset now)
    {
        if (roles.ToHashSet().SetEquals(Roles))
            return null;
        Acted(admin, "person.roles-granted", now, new { roles = new { before = Names(Roles), after = Names(roles) } });
        Roles = roles;
        return null;
    }

    public void TokenIssued(ApiToken token, Actor actor, DateTimeOffset now) => Acted(
        actor, "person.token-issued", now,
        new { token = token.Id, name = new FreeText(token.Name), scopes = token.Scopes, expiresAt = token.ExpiresAt });

    public void TokenRevoked(ApiToken token, Actor actor, DateTimeOffset now) =>
        Acted(actor, "person.token-revoked", now, new { token = token.Id });

    public void PasswordChanged(Actor actor, DateTimeOffset now) => Acted(actor, "person.password-changed", now, new { });

    private static IEnumerable<string> Names(IEnumerable<Role> roles) => roles.Select(role => role.Name);
}
