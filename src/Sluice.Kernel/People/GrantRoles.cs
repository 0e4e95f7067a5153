using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People;

/// <summary>PUT /api/v1/people/{account}/roles: what somebody may be asked to do from now on. Never one's own.</summary>
public sealed class GrantRoles(AppDb db, UnitOfWork work, Actor actor, IEnumerable<RolesOf> known, TimeProvider clock)
{
    internal static Reason NoSuchPerson { get; } = new(ReasonKind.Unknown, "person.unknown", "There is no such person.");

    public sealed record Request(IReadOnlyList<string> Roles);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPut(
        "/people/{account}/roles",
        async (string account, Request request, IfMatch seen, GrantRoles slice, CancellationToken ct) =>
            (await slice.Handle(account, request, seen, ct)).ToHttp());

    public Task<Outcome<PersonShown>> Handle(string account, Request request, IfMatch seen, CancellationToken ct) =>
        work.Act<PersonShown>(async () =>
        {
            var wanted = new Account(account);
            if (await db.Set<Person>().SingleOrDefaultAsync(person => person.Account == wanted, ct) is not { } person)
                return NoSuchPerson;
            if (Refusal.For([.. Against(wanted, actor), .. Unknown(request.Roles), .. seen.Reasons(person)]) is { } refusal)
                return refusal;

            person.Grant([.. request.Roles.Distinct().Select(role => new Role(role))], actor, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return PersonShown.To(person, actor);
        }, ct);

    internal static IEnumerable<Reason> Against(Account account, Actor actor)
    {
        foreach (var reason in AddPerson.Against(actor))
            yield return reason;
        if (account == actor.Account)
            yield return Reason.Forbidden("roles.own", "Nobody grants themselves a role.");
    }

    internal IEnumerable<Reason> Unknown(IReadOnlyList<string> roles) => Input.List("/roles", roles, (at, role) =>
        known.Any(module => module.Roles.Contains(new Role(role)))
            ? [] : [Reason.Invalid("role.unknown", "There is no such role.", at)]);
}
