using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Kernel;

/// <summary>Whoever refuses, the framework included, says why in the same way.</summary>
public sealed class ProblemTests
{
    private static readonly string[] WithoutSignIn = ["/api/v1/sign-in", "/api/v1/demo/token"];

    public static readonly TheoryData<Store, string> UnreadableBodies = new MatrixTheoryData<Store, string>(
        [Store.Sqlite, Store.Postgres],
        [
            "", " ", "{", "}", "[", "null", "[]", "\"text\"", "1", "{\"text\"}", "{\"text\":}", "{\"text\":'x'}", "{text:\"x\"}",
            "{\"text\":\"x\",}", "{\"text\":\"x\"} {}", "{\"text\":\"\\x\"}", "{\"text\":\"\\u12\"}", "{\"text\":\"\t\"}",
            "{\"text\":1}", "{\"text\":[]}", "{\"text\":{}}", "{\"text\":null}", "{}", "NaN", "{\"text\":NaN}", "// text",
            "{\"text\":" + "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        ]);

    [Theory, MemberData(nameof(UnreadableBodies))]
    public async Task Body_that_cannot_be_read_is_400(Store store, string body)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");

        IsProblem((await requester.Post("/changes/CHG-1/comments", body)).IsRefused(400, "request.malformed"));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_400()
    {
        var requester = await (await RunningSluice.On(Store.Sqlite)).As("requester");
        foreach (var text in (byte[][])[[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xfe, 0xff, 0x00], [0xe2, 0x82]])
        {
            var body = new ByteArrayContent([.. "{\"text\":\""u8, .. text, .. "\"}"u8]);
            body.Headers.ContentType = new("application/json");

            IsProblem((await requester.Send(HttpMethod.Post, "/changes/CHG-1/comments", body)).IsRefused(400, "request.malformed"));
        }
    }

    [Theory]
    [InlineData("""{"likelihood": 99999999999999999999}""", "/likelihood")]
    [InlineData("""{"likelihood": 2147483648}""", "/likelihood")]
    [InlineData("""{"likelihood": 1.5}""", "/likelihood")]
    [InlineData("""{"likelihood": 1e400}""", "/likelihood")]
    [InlineData("""{"likelihood": true}""", "/likelihood")]
    public async Task Number_that_does_not_fit_is_400_and_says_where(string body, string pointer)
    {
        var reviewer = await (await RunningSluice.On(Store.Sqlite)).As("risk-reviewer");

        var refused = (await reviewer.Post("/changes/CHG-1001/assessment", body)).IsRefused(400, "request.malformed");

        Assert.Equal(pointer, (string?)IsProblem(refused)["pointer"]);
    }

    [Theory]
    [InlineData("""{"kind": "quick"}""", "/kind")]
    [InlineData("""{"kind": 1}""", "/kind")]
    [InlineData("""{"artefacts": [{"kind": "jcl"}, {"kind": "scroll"}]}""", "/artefacts/1/kind")]
    [InlineData("""{"requestedWindow": {"from": "yesterday"}}""", "/requestedWindow/from")]
    [InlineData("""{"requestedWindow": {"from": "2026-02-30T00:00:00Z"}}""", "/requestedWindow/from")]
    [InlineData("""{"requestedWindow": {"until": 5}}""", "/requestedWindow/until")]
    [InlineData("""{"systems": "payments-api"}""", "/systems")]
    public async Task Value_of_no_meaning_is_400_and_says_where(string body, string pointer)
    {
        var requester = await (await RunningSluice.On(Store.Sqlite)).As("requester");

        var refused = (await requester.Post("/changes", body)).IsRefused(400, "request.malformed");

        Assert.Equal(pointer, (string?)IsProblem(refused)["pointer"]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nonsense_in_an_address_is_refused_and_never_a_fault(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        var change = (await requester.Post("/changes", Samples.Change("Asked about"))).Is(201)["ref"];
        foreach (var path in (string[])
                 [
                     "/changes?limit=abc", "/changes?limit=99999999999", "/changes?limit=0", "/changes?limit=201", "/changes?limit=-1",
                     "/changes?status=foo", "/changes?status=", "/changes?status=Draft", "/changes?status=0", "/changes?risk=huge",
                     "/changes?kind=odd", "/changes?deliveryStatus=lost", "/changes?sort=title", "/changes?q=%00", "/changes?system=%00",
                     "/changes?q=" + new string('x', 300), "/systems/payments-api/changes?since=yesterday",
                     "/gate", "/gate?change=CHG-1001&artefact=sha256:00", "/gate?artefact=md5:00", "/gate?change=CHG-1001&at=soon",
                     $"/changes/{change}/difference?from=1&to=9", $"/changes/{change}/difference?from=x", $"/changes/{change}/history?limit=x",
                     "/changes?after=x", "/people?after=%00", "/tokens?after=x",
                 ])
        {
            var refused = await requester.Get(path);
            Assert.True(refused.Status is 400 or 422, $"{path}: {refused.Status} {refused.Body}");
            IsProblem(refused);
        }
        foreach (var path in (string[])
                 [
                     "/changes/CHG-0", "/changes/CHG-1.5", "/changes/chg-1001", "/changes/CHG-99999999999999999999", "/changes/%20", "/gate?change=%00",
                     "/changes/CHG-01001", "/evidence/x", $"/evidence/{new string('0', 64)}", "/nothing", "/changes/CHG-1001/nothing",
                 ])
            IsProblem((await requester.Get(path)).Is(404));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Place_in_a_list_that_somebody_made_up_is_refused(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        var change = (string)(await requester.Post("/changes", Samples.Change("With a history"))).Is(201)["ref"]!;
        await requester.Post($"/changes/{change}/comments", new { text = "One" });
        await requester.Post($"/changes/{change}/comments", new { text = "Two" });
        await requester.Post("/changes", Samples.Change("So that there is a next page"));
        foreach (var path in (string[])
                 ["/changes?limit=1", "/changes?limit=1&sort=-updated", "/changes?limit=1&sort=ref", "/people?limit=1", "/tokens?limit=1",
                     $"/changes/{change}/history?limit=1", $"/changes/{change}/comments?limit=1"])
        {
            if (path == "/tokens?limit=1")
                await requester.Post("/tokens", new { name = "one more", scopes = (string[])["read"] });
            var link = (string)(await requester.Get(path)).Is(200)["nextLink"]!;
            var after = link[(link.IndexOf("after=", StringComparison.Ordinal) + "after=".Length)..];
            var list = (string)JsonNode.Parse(Decoded(after))!["List"]!;
            foreach (var forged in (string[])
                     [
                         $$"""{"List":"{{list}}","Value":"nonsense","Tie":1}""", $$"""{"List":"{{list}}","Value":null,"Tie":9223372036854775807}""",
                         $$"""{"List":"{{list}}","Value":null,"Tie":-9223372036854775808}""", $$"""{"List":"{{list}}","Value":"\u0000","Tie":1}""",
                         $$"""{"List":"{{list}}","Value":"\ud800","Tie":1}""", $$"""{"List":"{{list}}","Value":"9999-12-31T23:59:59Z","Tie":1}""",
                         $$"""{"List":"{{list}}","Value":"0001-01-01T00:00:00+14:00","Tie":1}""", $$"""{"List":"{{list}}","Value":5,"Tie":"x"}""",
                         $$"""{"List":"{{list}}"}""", """{"List":null}""", "null", "[]", "", "{", "\ufeff{}", $$"""{"List":"{{list}}","Value":"{{new string('x', 2000)}}","Tie":1}""",
                     ])
            {
                var reply = await requester.Get(link.Replace(after, Encoded(forged), StringComparison.Ordinal));
                Assert.True(reply.Status is 200 or 422, $"{path} {forged}: {reply.Status} {reply.Body}");
            }
            foreach (var forged in (string[])["x", "%00", "%F0%9F%92%A3", after + "A", after[..^2], new string('A', 3000)])
                (await requester.Get(link.Replace(after, forged, StringComparison.Ordinal))).IsRefused(422, "after.unreadable");
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Names_that_no_database_can_hold_are_refused_where_they_stand(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        foreach (var name in (string[])["\\u0000", "a\\u0000b", "\\ud800", "x\\udc00y"])
            foreach (var (field, pointer) in ((string, string)[])[("systems", "/systems/0"), ("customers", "/customers/0"), ("dependsOn", "/dependsOn/0")])
            {
                var body = Samples.Change("Named").ToJsonString()[..^1] + $",\"{field}\":[\"{name}\"]}}";

                var refused = (await requester.Post("/changes", body)).Is(422);

                Assert.Contains(refused["reasons"].AsArray(), reason => (string?)reason!["pointer"] == pointer);
            }
        var many = Samples.Change("Named");
        many["dependsOn"] = new JsonArray([.. Enumerable.Range(1, 50_000).Select(number => (JsonNode)$"CHG-{number}")]);
        (await requester.Post("/changes", many)).IsRefused(422, "list.too-long");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nobody_is_asked_to_sign_in_before_anything_else_is_looked_at(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var nobody = new Caller(sluice.Http, null);
        var routes = sluice.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Where(route => !WithoutSignIn.Contains(route.RoutePattern.RawText))
            .ToList();

        Assert.True(routes.Count > 20, $"{routes.Count} routes");
        foreach (var route in routes)
        {
            var path = System.Text.RegularExpressions.Regex.Replace(route.RoutePattern.RawText!, @"\{[^}]*\}", "1");
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                var body = method is "GET" or "DELETE" ? null : new StringContent("{", Encoding.UTF8, "application/json");
                var refused = await nobody.Send(new(method), path, body);
                Assert.True(refused.Status == 401, $"{method} {path}: {refused.Status}");
                IsProblem(refused);
                Assert.Equal("sign-in.required", refused.Codes[0]);
            }
        }
    }

    [Fact]
    public async Task Wrong_method_media_type_and_address_are_told_apart()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        var requester = await sluice.As("requester");

        IsProblem((await requester.Delete("/changes")).IsRefused(405, "request.method-not-allowed"));
        IsProblem((await requester.Get("/nothing")).IsRefused(404, "request.no-such-address"));
        foreach (var type in (string[])["text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])
            IsProblem((await requester.Send(HttpMethod.Post, "/changes/CHG-1/comments", Content("{\"text\":\"x\"}", type)))
                .IsRefused(415, "request.media-type"));
        foreach (var charset in (string[])["nonsense", "utf-7", "utf-16", "\"\""])
        {
            var refused = await requester.Send(HttpMethod.Post, "/changes/CHG-1/comments", Content("{\"text\":\"x\"}", $"application/json; charset={charset}"));
            IsProblem(refused.IsRefused(415, "request.media-type"));
        }
        IsProblem((await requester.Send(HttpMethod.Patch, "/changes/CHG-1", Content("{}", "text/plain"))).IsRefused(415, "request.media-type"));
        IsProblem((await requester.Send(HttpMethod.Post, "/changes/CHG-1/evidence", Content("x", "text/plain"))).IsRefused(415, "request.media-type"));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png")]
    [InlineData("nonsense")]
    public async Task Api_answers_with_problem_details_whatever_was_hoped_for(string accept)
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        foreach (var (method, path, status) in ((string, string, int)[])
                 [("GET", "/api/v1/me", 401), ("GET", "/api/v1/nothing", 404), ("POST", "/api/v1/demo/token", 400), ("DELETE", "/api/v1/me", 405)])
        {
            using var request = new HttpRequestMessage(new(method), path);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var response = await sluice.Http.SendAsync(request);

            Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            Assert.NotEmpty(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["reasons"]!.AsArray());
        }
    }

    private static StringContent Content(string body, string type)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <returns>Its first reason.</returns>
    private static JsonNode IsProblem(Reply reply)
    {
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal(reply.Status, (int)reply["status"]!);
        var reason = reply["reasons"].AsArray()[0]!;
        Assert.Equal((string)reply["code"]!, (string)reason["code"]!);
        Assert.NotEmpty((string)reason["detail"]!);
        Assert.DoesNotContain("   at ", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Sluice.", reply.Body, StringComparison.Ordinal);
        return reason;
    }

    private static string Decoded(string cursor) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor));

    private static string Encoded(string cursor) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cursor));
}
