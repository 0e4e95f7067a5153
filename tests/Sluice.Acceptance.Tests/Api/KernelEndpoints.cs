using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Api;

internal static class KernelEndpoints
{
    private static int made;

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("POST /sign-in", [])
        {
            IsAnonymous = true, IsThrottled = true,
            Body = _ => new() { ["account"] = "requester", ["password"] = "wrong", ["tokenName"] = "laptop" },
            Texts = [new("/account", 200), new("/password", 200), new("/tokenName", 200)],
        },
        new("POST /demo/token", [])
        {
            IsAnonymous = true, Body = _ => new() { ["account"] = "requester" }, Names = ["/account"],
        },
        new("GET /me", Roles.Everyone),
        new("GET /me/views", Roles.Everyone),
        new("POST /me/views", Roles.Everyone)
        {
            // A person has room for few, so its name is tried out elsewhere and not with thousands of texts.
            Body = _ => new()
            {
                ["list"] = "audit", ["name"] = $"view {Interlocked.Increment(ref made)}", ["query"] = "?act=commented",
            },
            Names = ["/list"],
        },
        new("POST /me/views/{id}/rename", Roles.Everyone)
        {
            // One's own only, so each other role's answer is that there is none.
            Address = async sluice => $"/me/views/{await ViewOf(sluice)}/rename",
            Body = _ => new() { ["name"] = $"view {Interlocked.Increment(ref made)}" }, Texts = [new("/name", 60)],
            ReadAt = (_, _) => "/me/views",
        },
        new("POST /me/views/{id}/default", Roles.Everyone) { Address = async sluice => $"/me/views/{await ViewOf(sluice)}/default" },
        new("DELETE /me/views/{id}/default", Roles.Everyone) { Address = async sluice => $"/me/views/{await ViewOf(sluice)}/default" },
        new("DELETE /me/views/{id}", Roles.Everyone) { Address = async sluice => $"/me/views/{await ViewOf(sluice)}" },
        new("POST /me/password", Roles.Everyone)
        {
            IsThrottled = true,
            Body = _ => new() { ["oldPassword"] = "nobody knows it", ["newPassword"] = "long enough to do" },
            Texts = [new("/newPassword", 200)],
        },
        new("GET /people", Roles.Everyone),
        new("GET /people/{account}", Roles.Everyone) { Address = _ => Task.FromResult("/people/stakeholder") },
        new("GET /audit", Roles.Everyone),
        new("POST /people", ["admin"])
        {
            // The newest comes first in the list of people.
            Body = _ => new() { ["account"] = $"a{999_999 - Interlocked.Increment(ref made)}", ["name"] = "P", ["roles"] = new JsonArray("requester") },
            Texts = [new("/name", 200)], Names = ["/account", "/roles/0"],
            ReadAt = (_, _) => "/people?limit=1",
        },
        new("PUT /people/{account}/roles", ["admin"])
        {
            Address = _ => Task.FromResult("/people/stakeholder/roles"),
            Version = async (sluice, address) => await VersionOf(sluice, address.Split('/')[2]),
            Body = _ => new() { ["roles"] = new JsonArray("stakeholder") }, Names = ["/roles/0"],
        },
        new("GET /people/{reference}/history", Roles.Everyone) { Address = _ => Task.FromResult("/people/stakeholder/history") },
        new("GET /people/{reference}/proof", Roles.Everyone) { Address = _ => Task.FromResult("/people/stakeholder/proof") },
        new("GET /organisations/{key}", Roles.Everyone) { Address = _ => Task.FromResult("/organisations/demo") },
        new("PUT /organisations/{key}", ["admin"])
        {
            Address = _ => Task.FromResult("/organisations/demo"),
            Version = async (sluice, address) => (await (await sluice.As("auditor")).Get(address)).ETag,
            Body = _ => new() { ["name"] = "Demo", ["zone"] = null }, Texts = [new("/name", 200)], Names = ["/zone"],
            ReadAt = (address, _) => address,
        },
        new("GET /organisations/{reference}/history", Roles.Everyone) { Address = _ => Task.FromResult("/organisations/demo/history") },
        new("GET /organisations/{reference}/proof", Roles.Everyone) { Address = _ => Task.FromResult("/organisations/demo/proof") },
        new("GET /tokens", Roles.Everyone),
        new("POST /tokens", Roles.Everyone)
        {
            Body = _ => new() { ["name"] = "pipeline", ["scopes"] = new JsonArray("read") },
            Texts = [new("/name", 200)], Names = ["/scopes/0", "/expiresAt"], ReadAt = (_, _) => "/tokens",
        },
        new("DELETE /tokens/{id}", Roles.Everyone)
        {
            // One's own only, so each role's answer is that there is none.
            Address = async sluice =>
            {
                var name = new { name = "to revoke", scopes = (string[])["read"] };
                return $"/tokens/{(await (await sluice.As("admin")).Post("/tokens", name)).Is(201).Text("id")}";
            },
        },
    ];

    private static async Task<string> ViewOf(RunningSluice sluice)
    {
        var admin = await sluice.As("admin");
        return (await admin.Get("/me/views"))["items"].AsArray().FirstOrDefault() is { } view
            ? (string)view["id"]!
            : (await admin.Post("/me/views", new { list = "audit", name = "a view" })).Is(201).Text("id");
    }

    private static async Task<string> VersionOf(RunningSluice sluice, string account)
    {
        var people = (await (await sluice.As("auditor")).Get("/people?limit=200"))["items"].AsArray();
        var person = people.FirstOrDefault(person => (string)person!["account"]! == account);
        return $"\"{person?["version"] ?? 1}\"";
    }
}
