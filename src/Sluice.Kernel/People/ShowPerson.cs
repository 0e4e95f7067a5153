using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People;

/// <summary>GET /api/v1/people/{account}</summary>
public sealed class ShowPerson(AppDb db, Actor actor)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/people/{account}",
        async (string account, ShowPerson slice, CancellationToken ct) => (await slice.Handle(account, ct)).ToHttp());

    public async Task<Outcome<PersonShown>> Handle(string account, CancellationToken ct)
    {
        var wanted = new Account(account);
        // What cannot be an account is nobody's; a database may not even be able to compare with it.
        return !Input.Key("/account", account).Any()
            && await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(person => person.Account == wanted, ct) is { } person
            ? PersonShown.To(person, actor) : GrantRoles.NoSuchPerson;
    }
}
