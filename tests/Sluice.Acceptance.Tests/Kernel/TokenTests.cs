using System.Globalization;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Kernel;

public sealed class TokenTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Reading_token_reads_and_does_not_write(Store store)
    {
        var reader = await With(await RunningSluice.On(store), "requester", "read");

        (await reader.Get("/me")).Is(200);
        (await reader.Get("/gate?artefact=sha256:" + new string('0', 64))).Is(200);
        (await reader.Post("/changes", Samples.Change("No"))).IsRefused(403, "scope.missing");
        (await reader.Post("/changes", "not even JSON")).IsRefused(403, "scope.missing");
        (await reader.Patch("/changes/CHG-1", new { }, null)).IsRefused(403, "scope.missing");
        (await reader.Put("/people/qa/roles", new { }, null)).IsRefused(403, "scope.missing");
        (await reader.Delete($"/tokens/{Guid.Empty}")).IsRefused(403, "scope.missing");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Gate_token_asks_the_gate_and_nothing_else(Store store)
    {
        var gate = await With(await RunningSluice.On(store), "requester", "gate");

        (await gate.Get("/gate?artefact=sha256:" + new string('0', 64))).Is(200);
        foreach (var path in (string[])["/me", "/changes", "/people", "/tokens", "/changes/CHG-1001/proof"])
            (await gate.Get(path)).IsRefused(403, "scope.missing");
        (await gate.Post("/changes", Samples.Change("No"))).IsRefused(403, "scope.missing");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Writing_token_does_not_read(Store store)
    {
        var writer = await With(await RunningSluice.On(store), "requester", "write");

        (await writer.Post("/changes", Samples.Change("Yes"))).Is(201);
        (await writer.Get("/changes")).IsRefused(403, "scope.missing");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Token_gives_away_no_more_than_it_has(Store store)
    {
        var clock = new SetClock();
        await using var sluice = await RunningSluice.New(store, clock);
        var writer = await With(sluice, "requester", "write", clock.GetUtcNow().AddHours(1));
        var late = clock.GetUtcNow().AddHours(2);

        (await writer.Post("/tokens", new { name = "more", scopes = (string[])["read"], expiresAt = clock.GetUtcNow().AddMinutes(1) }))
            .IsRefused(403, "scope.exceeded");
        (await writer.Post("/tokens", new { name = "longer", scopes = (string[])["write"], expiresAt = late }))
            .IsRefused(403, "token.outlives");
        (await writer.Post("/tokens", new { name = "for ever", scopes = (string[])["write"] })).IsRefused(403, "token.outlives");
        (await writer.Post("/tokens", new { name = "less", scopes = (string[])["write"], expiresAt = clock.GetUtcNow().AddMinutes(1) })).Is(201);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Expired_token_opens_nothing(Store store)
    {
        var clock = new SetClock();
        await using var sluice = await RunningSluice.New(store, clock);
        var caller = await With(sluice, "requester", "read", clock.GetUtcNow().AddHours(1));

        clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(10));
        (await caller.Get("/me")).Is(200);
        clock.Advance(TimeSpan.FromTicks(10));
        (await caller.Get("/me")).IsRefused(401, "sign-in.required");
        (await (await sluice.As("requester")).Post("/tokens", new { name = "late", scopes = (string[])["read"], expiresAt = clock.GetUtcNow() }))
            .IsRefused(422, "token.expired");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Revoked_token_opens_nothing(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var requester = await sluice.As("requester");
        var added = (await requester.Post("/tokens", new { name = "to revoke", scopes = (string[])["read"] })).Is(201);
        var caller = new Caller(sluice.Http, (string)added["token"]!);
        (await caller.Get("/me")).Is(200);

        (await requester.Delete($"/tokens/{added["id"]}")).Is(200);

        (await caller.Get("/me")).IsRefused(401, "sign-in.required");
        (await requester.Delete($"/tokens/{added["id"]}")).Is(200);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nobody_revokes_or_sees_another_persons_token(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var added = (await (await sluice.As("requester")).Post("/tokens", new { name = "mine", scopes = (string[])["read"] })).Is(201);

        foreach (var stranger in (string[])["admin", "other-admin"])
        {
            var caller = await sluice.As(stranger);
            (await caller.Delete($"/tokens/{added["id"]}")).IsRefused(404, "token.unknown");
            Assert.DoesNotContain((string)added["id"]!, (await caller.Get("/tokens?limit=200")).Body, StringComparison.Ordinal);
        }
        (await (await sluice.As("requester")).Delete("/tokens/not-an-id")).IsRefused(404, "token.unknown");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Forged_token_is_401_and_says_how_to_sign_in(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var real = (await sluice.As("requester")).Token!;

        foreach (var forged in (string[])
                 ["x", "slu_", "slu_!!!", real[..^1], real + "A", real[4..], "slu_" + new string('A', 64), new string('x', 8000)])
        {
            var refused = (await new Caller(sluice.Http, forged).Get("/me")).IsRefused(401, "sign-in.required");
            Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.Single().Scheme);
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Tokens_are_listed_page_by_page(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var account = Samples.Unique("p");
        (await (await sluice.As("admin")).Post("/people", new { account, name = "New", roles = (string[])[] })).Is(201);
        var person = await sluice.As(account);
        for (var number = 0; number < 6; number++)
            (await person.Post("/tokens", new { name = $"{number}", scopes = (string[])["read"] })).Is(201);

        var names = new List<string>();
        for (var path = "/tokens?limit=2"; path is not null;)
        {
            var page = (await person.Get(path)).Is(200);
            names.AddRange(page["items"].AsArray().Select(token => (string)token!["name"]!));
            path = (string?)page.Json["nextLink"];
        }

        Assert.Equal(["5", "4", "3", "2", "1", "0", "demo"], names);
    }

    private static async Task<Caller> With(RunningSluice sluice, string account, string scope, DateTimeOffset? expiresAt = null)
    {
        var added = (await (await sluice.As(account)).Post("/tokens", new
        {
            name = string.Create(CultureInfo.InvariantCulture, $"only {scope}"), scopes = (string[])[scope], expiresAt,
        })).Is(201);
        return new(sluice.Http, (string)added["token"]!);
    }
}
