using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.Idempotency;
using Sluice.Kernel.Persistence;

namespace Sluice.Acceptance.Tests.Kernel;

public sealed class IdempotencyTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Same_key_and_body_get_the_first_reply_again(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        var (key, body) = (Samples.Unique("key"), Samples.Change("Once"));

        var first = (await requester.Post("/changes", body, key)).Is(201);
        var second = (await requester.Post("/changes", body, key)).Is(201);

        Assert.Equal((first.Body, first.ETag), (second.Body, second.ETag));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Same_key_with_another_body_is_refused(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        var key = Samples.Unique("key");
        (await requester.Post("/changes", Samples.Change("One"), key)).Is(201);

        (await requester.Post("/changes", Samples.Change("Another"), key)).IsRefused(422, "idempotency.other-body");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Key_belongs_to_one_person_and_one_address(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (requester, owner) = (await sluice.As("requester"), await sluice.As("app-owner"));
        var (key, body) = (Samples.Unique("key"), Samples.Change("Mine"));
        var mine = (await requester.Post("/changes", body, key)).Is(201);

        var theirs = (await owner.Post("/changes", body, key)).Is(201);
        var comment = (await requester.Post($"/changes/{mine["ref"]}/comments", new { text = "With the same key" }, key)).Is(201);

        Assert.NotEqual((string)mine["ref"]!, (string)theirs["ref"]!);
        Assert.Equal(("With the same key", 2), ((string)comment["text"]!, (int)comment["sequence"]!));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Refusal_is_not_kept(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        var key = Samples.Unique("key");
        (await requester.Post("/changes", Samples.Change(""), key)).IsRefused(422, "text.missing");

        (await requester.Post("/changes", Samples.Change("Mended"), key)).Is(201);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Secret_is_neither_kept_nor_shown_again(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var admin = await sluice.As("admin");
        var (key, person) = (Samples.Unique("key"), Samples.Unique("p"));
        var token = new { name = "ci", scopes = (string[])["read"] };
        var somebody = new { account = person, name = "New", roles = (string[])["requester"] };

        var first = (await admin.Post("/tokens", token, key)).Is(201);
        var again = (await admin.Post("/tokens", token, key)).Is(201);
        var added = (await admin.Post("/people", somebody, key)).Is(201);
        var addedAgain = (await admin.Post("/people", somebody, key)).Is(201);

        Assert.Equal((string)first["id"]!, (string)again["id"]!);
        Assert.Null(again.Json["token"]);
        Assert.Null(addedAgain.Json["password"]);
        await using var scope = await sluice.ScopeOf("admin");
        var kept = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<StoredReply>().ToListAsync();
        Assert.NotEmpty(kept);
        Assert.All(kept, reply => Assert.DoesNotContain("slu_", reply.Reply, StringComparison.Ordinal));
        Assert.All(kept, reply => Assert.DoesNotContain((string)added["password"]!, reply.Reply, StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Key_is_forgotten_after_a_day(Store store)
    {
        var clock = new SetClock();
        await using var sluice = await RunningSluice.New(store, clock);
        var requester = await sluice.As("requester");
        var body = Samples.Change("Once a day");
        var first = (await requester.Post("/changes", body, "daily")).Is(201);

        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        var same = (await requester.Post("/changes", body, "daily")).Is(201);
        clock.Advance(TimeSpan.FromSeconds(1));
        var next = (await requester.Post("/changes", body, "daily")).Is(201);
        var nextAgain = (await requester.Post("/changes", body, "daily")).Is(201);

        Assert.Equal((string)first["ref"]!, (string)same["ref"]!);
        Assert.NotEqual((string)first["ref"]!, (string)next["ref"]!);
        Assert.Equal((string)next["ref"]!, (string)nextAgain["ref"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Reply_that_has_had_its_day_is_removed(Store store)
    {
        var clock = new SetClock();
        await using var sluice = await RunningSluice.New(store, clock);
        var requester = await sluice.As("requester");
        (await requester.Post("/changes", Samples.Change("Old"), "old")).Is(201);
        clock.Advance(TimeSpan.FromHours(23));
        (await requester.Post("/changes", Samples.Change("Young"), "young")).Is(201);
        clock.Advance(TimeSpan.FromHours(2));

        await using var scope = await sluice.ScopeOf("requester");
        await scope.ServiceProvider.GetRequiredService<ForgetReplies>().Handle(default);

        var left = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<StoredReply>().AsNoTracking().ToListAsync();
        Assert.Contains("Young", Assert.Single(left).Reply, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Same_key_raced_by_eight_acts_once(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        var (key, title) = (Samples.Unique("key"), Samples.Unique("Raced"));

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => requester.Post("/changes", Samples.Change(title), key)));

        Assert.All(replies, reply => Assert.True(reply.Status == 201 || reply.Codes.SequenceEqual(["idempotency.in-flight"]), reply.Body));
        Assert.Single(replies.Where(reply => reply.Status == 201).Select(reply => (string)reply["ref"]!).Distinct());
        Assert.Single((await requester.Get($"/changes?q={title}")).Is(200)["items"].AsArray());
    }

    [Fact]
    public async Task Same_key_raced_on_two_nodes_acts_once()
    {
        await using var one = await RunningSluice.New(Store.Postgres);
        var other = await RunningSluice.Start(one.Database);
        var token = (await one.As("requester")).Token;
        Caller[] callers = [new(one.Http, token), new(other.Http, token)];
        for (var round = 0; round < 5; round++)
        {
            var (key, title) = (Samples.Unique("key"), Samples.Unique("Raced"));

            var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => callers[at % 2].Post("/changes", Samples.Change(title), key)));

            Assert.All(replies, reply => Assert.True(reply.Status == 201 || reply.Codes.SequenceEqual(["idempotency.in-flight"]), reply.Body));
            Assert.Single(replies.Where(reply => reply.Status == 201).Select(reply => (string)reply["ref"]!).Distinct());
            Assert.Single((await callers[0].Get($"/changes?q={title}")).Is(200)["items"].AsArray());
        }
        await other.Stop();
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Uploaded_file_is_told_apart_by_its_content(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        var change = (await requester.Post("/changes", Samples.Change("With evidence"))).Is(201);
        var (path, key) = ($"/changes/{change["ref"]}/evidence", Samples.Unique("key"));

        var first = (await requester.Send(HttpMethod.Post, path, Upload("All green."), idempotencyKey: key)).Is(201);
        var again = (await requester.Send(HttpMethod.Post, path, Upload("All green."), idempotencyKey: key)).Is(201);
        var other = await requester.Send(HttpMethod.Post, path, Upload("All red."), idempotencyKey: key);
        (await requester.Post($"/changes/{change["ref"]}/cancel", new { reason = "Not needed" })).Is(200);
        var afterwards = (await requester.Send(HttpMethod.Post, path, Upload("All green."), idempotencyKey: key)).Is(201);

        Assert.Equal(first.Body, again.Body);
        Assert.Equal(first.Body, afterwards.Body);
        other.IsRefused(422, "idempotency.other-body");
        Assert.Single((await requester.Get(path)).Is(200)["items"].AsArray());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Repeated_change_of_password_is_answered_alike(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var account = Samples.Unique("p");
        var added = (await (await sluice.As("admin")).Post(
            "/people", new { account, name = "New", roles = (string[])["requester"] })).Is(201);
        var person = await sluice.As(account);
        var change = new { oldPassword = (string)added["password"]!, newPassword = "correct horse battery staple" };

        var first = (await person.Post("/me/password", change, "password")).Is(200);
        var again = (await person.Post("/me/password", change, "password")).Is(200);

        Assert.Equal(first.Body, again.Body);
        (await person.Post("/me/password", change)).IsRefused(401, "sign-in.wrong");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Body_over_the_limit_is_413_with_a_key_too(Store store)
    {
        var sluice = await RunningSluice.On(store);
        foreach (var key in (string[])["large", ""])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/changes")
            {
                Content = Caller.Json($$"""{"reason":"{{new string('x', 5 * 1024 * 1024)}}"}"""),
            };
            request.Headers.Authorization = new("Bearer", (await sluice.As("requester")).Token);
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            // Asks before it sends: otherwise the answer can get lost while the body is still on its way.
            request.Headers.ExpectContinue = true;
            using var response = await sluice.Http.SendAsync(request);

            Assert.Equal(413, (int)response.StatusCode);
            Assert.Contains("request.too-large", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Endless_key_is_refused(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");

        (await requester.Post("/changes", Samples.Change("Key"), new string('k', 201))).IsRefused(422, "idempotency.key-too-long");
    }

    private static MultipartFormDataContent Upload(string content)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        return new MultipartFormDataContent
        {
            { new StringContent("test-result"), "kind" }, { new StringContent("Regression"), "title" }, { file, "file", "log.txt" },
        };
    }
}
