using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Api;

internal static class ProductionEndpoints
{
    private const int Name = 200;
    private const int Comment = 4_000;
    private static int made;

    private static readonly Kept Teams = new("teams", "admin", Team, [new("/name", Name)], ["/key", "/members/0"]);

    private static readonly Kept Systems = new(
        "systems", "admin", System, [new("/name", Name), new("/environment", Name)],
        ["/key", "/ownerTeam", "/criticality", "/dependsOn/0"]);

    private static readonly Kept Customers = new("customers", "admin", Customer, [new("/name", Name)], ["/key", "/systems/0"]);

    private static readonly Kept Windows = new(
        "windows", "production-control", Window, [new("/title", Name)], ["/key", "/from", "/until", "/zone", "/systems/0"]);

    private static readonly Kept Freezes = new(
        "freezes", "production-control", Freeze, [new("/title", Name), new("/reason", Comment)],
        ["/key", "/from", "/until", "/zone", "/systems/0"]);

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        .. Reading(Teams), Adding(Teams), Editing(Teams), .. History(Teams),
        .. Reading(Systems), Adding(Systems), Editing(Systems), .. History(Systems),
        .. Reading(Customers), Adding(Customers), Editing(Customers), .. History(Customers),
        .. Reading(Windows), Adding(Windows), Act(Windows, "hold", Make), Act(Windows, "release", Held), .. History(Windows),
        .. Reading(Freezes), Adding(Freezes), Act(Freezes, "lift", Make), .. History(Freezes),
        new("GET /calendar", Roles.Everyone),
    ];

    /// <summary>One of the kinds of record that people name themselves.</summary>
    /// <param name="Keeper">The role that keeps them, and its account.</param>
    private sealed record Kept(
        string Path, string Keeper, Func<RunningSluice, JsonObject> Body, IReadOnlyList<TextField> Texts, IReadOnlyList<string> Names);

    private static IEnumerable<Endpoint> Reading(Kept kind) =>
    [
        new($"GET /{kind.Path}", Roles.Everyone),
        new($"GET /{kind.Path}/{{key}}", Roles.Everyone) { Address = sluice => One(kind, sluice) },
    ];

    private static Endpoint Adding(Kept kind) => new($"POST /{kind.Path}", [kind.Keeper])
    {
        Account = kind.Keeper, Body = kind.Body, Texts = kind.Texts, Names = kind.Names,
        ReadAt = (_, reply) => $"/{kind.Path}/{reply.Ref}",
    };

    private static Endpoint Editing(Kept kind) => new($"PATCH /{kind.Path}/{{key}}", [kind.Keeper])
    {
        Account = kind.Keeper,
        Address = sluice => One(kind, sluice),
        Version = async (sluice, address) => (await (await sluice.As("auditor")).Get(address)).Headers.ETag?.ToString() ?? "\"1\"",
        Body = sluice =>
        {
            var body = kind.Body(sluice);
            body.Remove("key");
            return body;
        },
        Texts = kind.Texts, Names = kind.Names, ReadAt = (address, _) => address,
    };

    private static Endpoint Act(Kept kind, string act, Func<Kept, RunningSluice, Task<string>> make) =>
        new($"POST /{kind.Path}/{{key}}/{act}", [kind.Keeper])
        {
            Account = kind.Keeper, Address = async sluice => $"{await make(kind, sluice)}/{act}",
            Body = _ => new() { ["reason"] = "Because" }, Texts = [new("/reason", Comment)],
            ReadAt = (address, _) => $"{address[..^(act.Length + 1)]}/history?limit=1",
        };

    private static IEnumerable<Endpoint> History(Kept kind)
    {
        foreach (var part in (string[])["comments", "history", "proof"])
            yield return new($"GET /{kind.Path}/{{reference}}/{part}", Roles.Everyone)
            {
                Address = async sluice => $"{await One(kind, sluice)}/{part}",
            };
        yield return new($"POST /{kind.Path}/{{reference}}/comments", Roles.AllBut("auditor"))
        {
            Account = "support", Address = async sluice => $"{await One(kind, sluice)}/comments",
            Body = _ => new() { ["text"] = "Hello" }, Texts = [new("/text", Comment)],
            ReadAt = (address, _) => $"{address[..^"/comments".Length]}/history?limit=1",
        };
        yield return new($"POST /{kind.Path}/{{reference}}/history/{{sequence:long}}/redact", ["admin", "production-control"])
        {
            Address = async sluice => $"{await Commented(kind, sluice)}/history/2/redact",
            Body = _ => new() { ["reason"] = "Because" }, Texts = [new("/reason", Comment)],
            ReadAt = (address, _) => $"{address[..^"/2/redact".Length]}?limit=1",
        };
    }

    private static Task<string> One(Kept kind, RunningSluice sluice) => sluice.Kept(kind.Path, running => Make(kind, running));

    private static async Task<string> Make(Kept kind, RunningSluice sluice) =>
        $"/{kind.Path}/{(await (await sluice.As(kind.Keeper)).Post($"/{kind.Path}", kind.Body(sluice))).Is(201).Ref}";

    private static async Task<string> Held(Kept kind, RunningSluice sluice)
    {
        var address = await Make(kind, sluice);
        (await (await sluice.As(kind.Keeper)).Post($"{address}/hold", new { reason = "Wait" })).Is(200);
        return address;
    }

    private static async Task<string> Commented(Kept kind, RunningSluice sluice)
    {
        var address = await Make(kind, sluice);
        (await (await sluice.As("support")).Post($"{address}/comments", new { text = "Hello" })).Is(201);
        return address;
    }

    private static JsonObject Team(RunningSluice sluice) => new()
    {
        ["key"] = Key("team"), ["name"] = "T", ["members"] = new JsonArray("app-owner"),
    };

    private static JsonObject System(RunningSluice sluice) => new()
    {
        ["key"] = Key("system"), ["name"] = "S", ["ownerTeam"] = "payments", ["criticality"] = "low", ["environment"] = "E",
        ["dependsOn"] = new JsonArray(ChangeSteps.PaymentsApi),
    };

    private static JsonObject Customer(RunningSluice sluice) => new()
    {
        ["key"] = Key("customer"), ["name"] = "C", ["systems"] = new JsonArray(ChangeSteps.PaymentsApi),
    };

    private static JsonObject Window(RunningSluice sluice) => new()
    {
        ["key"] = Key("window"), ["title"] = "W", ["from"] = sluice.Now.AddDays(30), ["until"] = sluice.Now.AddDays(31),
        ["zone"] = "Europe/Berlin", ["systems"] = new JsonArray(ChangeSteps.PaymentsApi),
    };

    private static JsonObject Freeze(RunningSluice sluice) => new()
    {
        ["key"] = Key("freeze"), ["title"] = "F", ["from"] = sluice.Now.AddDays(30), ["until"] = sluice.Now.AddDays(31),
        ["zone"] = "Europe/Berlin", ["systems"] = new JsonArray(ChangeSteps.PaymentsApi), ["reason"] = "R",
    };

    private static string Key(string kind) => $"{kind}-{Interlocked.Increment(ref made)}";
}
