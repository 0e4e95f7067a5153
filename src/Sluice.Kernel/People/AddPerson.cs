using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Idempotency;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People.SignIn;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.People;

/// <summary>POST /api/v1/people: somebody new, with a first password that is shown once.</summary>
public sealed class AddPerson(AppDb db, UnitOfWork work, Actor actor, GrantRoles grant, TimeProvider clock)
{
    /// <param name="Account">What they sign in with, and what histories call them: it stays for good.</param>
    public sealed record Request(string Account, string Name, IReadOnlyList<string> Roles);

    public sealed record Response(PersonShown Person, string? Password) : IVersioned, IHoldSecret
    {
        public long Version => Person.Version;

        public object WithoutSecret() => this with { Password = null };
    }

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/people",
        async (Request request, AddPerson slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToCreated(added => $"/people/{added.Person.Account}"));

    /// <summary>What keeps this person from it, whoever it is about.</summary>
    public static IEnumerable<Reason> Against(Actor actor)
    {
        if (!actor.Is(KernelRoles.Admin))
            yield return Reason.Forbidden("person.not-admin", "Only an admin keeps people.");
    }

    public Task<Outcome<Response>> Handle(Request request, CancellationToken ct) => work.Act<Response>(async () =>
    {
        // Not asked about what cannot be an account: it might be text that the database cannot even compare with.
        var taken = !Input.Key("/account", request.Account).Any()
            && await db.Set<SignInName>().AnyAsync(known => known.Name == request.Account, ct);
        if (Refusal.For([.. Against(request), .. taken ? (Reason[])[Taken] : []]) is { } refusal)
            return refusal;

        var password = FirstPassword();
        var person = New(db, request, new(new Account(request.Account), password), actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Response(PersonShown.To(person, actor), password);
    }, ct);

    internal static string FirstPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    internal static Person New(AppDb db, Request request, Credential credential, Actor admin, DateTimeOffset now)
    {
        var account = new Account(request.Account);
        var person = Person.Add(account, request.Name, [.. request.Roles.Distinct().Select(role => new Role(role))], admin, now);
        db.Add(person);
        db.Add(credential);
        db.Add(new SignInName(account.Name, admin.Tenant, account));
        return person;
    }

    private static Reason Taken { get; } = Reason.Conflict("account.taken", "This account is taken.", "/account");

    private IEnumerable<Reason> Against(Request request) =>
    [
        .. Against(actor),
        .. Input.Key("/account", request.Account),
        .. request.Account == Account.Clockwork.Name ? (Reason[])[Taken] : [],
        .. Input.Text("/name", request.Name, Input.LongestName, required: true),
        .. grant.Unknown(request.Roles),
    ];
}
