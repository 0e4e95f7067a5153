using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People;

/// <summary>GET /api/v1/people?after=&amp;limit=: by account.</summary>
public sealed class ListPeople(AppDb db, Actor actor)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/people",
        async ([AsParameters] PageRequest request, ListPeople slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToHttp());

    public async Task<Outcome<Page<PersonShown>>> Handle(PageRequest request, CancellationToken ct)
    {
        var list = Cursor.ListOf("people");
        var (cursor, unreadable) = Cursor.Read(request.After, list);
        if (cursor is { Value: null })
            unreadable = Cursor.Unreadable;
        if (Refusal.For([.. Paging.Limit(request.Limit), .. unreadable is null ? [] : (Reason[])[unreadable]]) is { } refusal)
            return refusal;

        var limit = request.Limit ?? Paging.DefaultLimit;
        var people = db.Set<Person>().AsNoTracking();
        if (cursor is not null)
        {
            var after = new Account(cursor.Value!);
            people = people.Where(person => person.Account > after);
        }
        var rows = await people.OrderBy(person => person.Account).Take(limit + 1).ToListAsync(ct);
        return rows.ConvertAll(person => PersonShown.To(person, actor))
            .ToPage(limit, last => $"/api/v1/people?limit={limit}&after={new Cursor(list, last.Account.Name, 0)}");
    }
}

/// <param name="Ref">The account once more, as every record has one.</param>
public sealed record PersonShown(
    string Ref, Account Account, string Name, IReadOnlyList<string> Roles, string Status, long Version,
    IReadOnlyList<string> AllowedActions, IReadOnlyList<RefusedAction> RefusedActions) : IVersioned
{
    internal static PersonShown To(Person person, Actor viewer)
    {
        var actions = Actions.Of([("roles", GrantRoles.Against(person.Account, viewer))]);
        return new(
            person.Ref, person.Account, person.Name, [.. person.Roles.Select(role => role.Name)], "active", person.Version,
            actions.Allowed, actions.Refused);
    }
}
