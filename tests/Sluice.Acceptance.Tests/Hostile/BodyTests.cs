using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Sluice.Acceptance.Tests.Api;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Hostile;

/// <summary>Bodies that are wrong before anybody has looked at a field.</summary>
public sealed class BodyTests
{
    private const int LargestBody = 4 * 1024 * 1024;

    public static MatrixTheoryData<Store, string> Writing { get; } = new(
        [Store.Sqlite, Store.Postgres],
        Endpoints.Writing.Where(endpoint => !endpoint.IsThrottled).Select(endpoint => endpoint.Route));

    [Theory, MemberData(nameof(Writing))]
    public async Task Body_of_another_media_type_is_refused(Store store, string route)
    {
        await foreach (var reply in Send(store, route, ["text/plain", "application/xml", "application/jsonx"], """{"reason":"x"}"""u8))
            Assert.Equal((415, "request.media-type"), (reply.Status, reply.Text("code")));
    }

    [Theory, MemberData(nameof(Writing))]
    public async Task Charset_that_nobody_knows_is_refused(Store store, string route)
    {
        await foreach (var reply in Send(store, route, ["application/json; charset=utf-1000"], """{"reason":"x"}"""u8))
            Assert.Equal(415, reply.IsProblem("charset").Status);
    }

    [Theory, MemberData(nameof(Writing))]
    public async Task Malformed_body_is_refused(Store store, string route)
    {
        byte[][] bodies =
        [
            "["u8.ToArray(), "[]"u8.ToArray(), "\"text\""u8.ToArray(), "1"u8.ToArray(), "true"u8.ToArray(), "{\"reason\":"u8.ToArray(),
            "{'reason':'x'}"u8.ToArray(), "{\"reason\":\"x\"} {}"u8.ToArray(),
            Encoding.UTF8.GetBytes(new string('[', 100_000)),
            Encoding.UTF8.GetBytes($"{{\"x\":{string.Concat(Enumerable.Repeat("{\"x\":", 10_000))}1{new string('}', 10_001)}"),
        ];
        foreach (var body in bodies)
            await foreach (var reply in Send(store, route, ["application/json"], body))
                Assert.Equal(400, reply.IsProblem(Encoding.Latin1.GetString(body)).Status);
    }

    [Theory, MemberData(nameof(Writing))]
    public async Task Bytes_that_are_no_text_are_refused(Store store, string route)
    {
        var sluice = await RunningSluice.On(store, "hostile");
        var endpoint = Endpoints.At(route);
        foreach (var pointer in endpoint.Texts.Select(text => text.Pointer).Concat(endpoint.Names))
            foreach (var bytes in (string[])["\u00ff", "\u00c3", "\u00ed\u00a0\u0080", "\u00c0\u00af", "\u00f5\u0080\u0080\u0080"])
            {
                var body = endpoint.Body!(sluice);
                body.Set(pointer, "MARK");
                var raw = Encoding.Latin1.GetBytes(body.ToJsonString().Replace("MARK", bytes, StringComparison.Ordinal));
                await foreach (var reply in Send(store, route, ["application/json"], raw))
                    Assert.Equal(400, reply.IsProblem($"{pointer}: {bytes}").Status);
            }
    }

    [Theory, MemberData(nameof(Writing))]
    public async Task Odd_but_well_formed_body_never_fails(Store store, string route)
    {
        string[] bodies =
        [
            "null", "{}", """{"reason":null,"title":null,"systems":null,"text":null,"name":null,"roles":null,"scopes":null}""",
            """{"reason":1e400,"revision":1e400,"likelihood":99999999999999999999,"impact":-0.5}""",
            """{"reason":[],"title":{},"systems":"x","artefacts":{},"requestedWindow":[],"dependsOn":"CHG-1001"}""",
            """{"reason":"a","reason":"b","title":"a","title":"b"}""", """{"__proto__":{"admin":true},"$type":"System.IO.FileInfo"}""",
            """{"requestedWindow":{"from":"0001-01-01T00:00:00+14:00","until":"9999-12-31T23:59:59-14:00"}}""",
            """{"requestedWindow":{"from":"0001-01-01T00:00:00Z","until":"9999-12-31T23:59:59.9999999Z"}}""",
            $$"""{"{{new string('k', 100_000)}}":"x"}""",
            $$"""{"systems":[{{string.Join(',', Enumerable.Repeat("\"x\"", 50_000))}}]}""",
        ];
        foreach (var body in bodies)
            await foreach (var reply in Send(store, route, ["application/json"], Encoding.UTF8.GetBytes(body)))
                reply.IsNoFailure(body);
    }

    [Theory, MemberData(nameof(Writing))]
    public async Task Body_that_is_too_large_is_refused_before_it_is_read(Store store, string route)
    {
        var sluice = await RunningSluice.On(store, "hostile");
        var endpoint = Endpoints.At(route);
        var (caller, address) = (await sluice.As(endpoint.Account), await endpoint.Address(sluice));
        string[] headers =
        [
            $"Authorization: Bearer {caller.Token}", "Content-Type: application/json", "If-Match: \"1\"",
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {LargestBody + 1}"),
        ];

        var reply = await sluice.Raw($"{endpoint.Method} /api/v1{address}", headers, "{"u8.ToArray());

        Assert.Equal((413, "request.too-large"), (reply.IsProblem("too large").Status, reply.Text("code")));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Body_that_turns_out_too_large_while_it_is_read_is_refused_too(Store store)
    {
        var sluice = await RunningSluice.On(store, "hostile");
        var requester = await sluice.As("requester");
        var chunk = $"{LargestBody + 1:x}\r\n{{\"title\":\"{new string('x', LargestBody)}";
        string[] headers =
            [$"Authorization: Bearer {requester.Token}", "Content-Type: application/json", "Transfer-Encoding: chunked"];

        var reply = await sluice.Raw("POST /api/v1/changes", headers, Encoding.UTF8.GetBytes(chunk));

        Assert.Equal(413, reply.IsProblem("too large").Status);
    }

    private static async IAsyncEnumerable<Reply> Send(Store store, string route, string[] mediaTypes, ReadOnlyMemory<byte> body)
    {
        var sluice = await RunningSluice.On(store, "hostile");
        var endpoint = Endpoints.At(route);
        var (caller, address) = (await sluice.As(endpoint.Account), await endpoint.Address(sluice));
        var version = endpoint.Version is null ? null : await endpoint.Version(sluice, address);
        foreach (var mediaType in mediaTypes)
        {
            using var content = new ReadOnlyMemoryContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
            yield return await caller.Send(endpoint.Method, address, content, version);
        }
    }

    private static IAsyncEnumerable<Reply> Send(Store store, string route, string[] mediaTypes, ReadOnlySpan<byte> body) =>
        Send(store, route, mediaTypes, (ReadOnlyMemory<byte>)body.ToArray());
}
