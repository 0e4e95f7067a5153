using System.Text;
using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Api;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Hostile;

/// <summary>Addresses, query strings, places in lists and headers that mean harm, or nothing.</summary>
public sealed class AddressTests
{
    private static readonly string[] Segments =
    [
        "%00", "CHG-1001%00", "%ED%A0%80", "%FF%FE", "%E2%80%AE", "CHG-1001%20", "chg-1001", "CHG-01001", "CHG-+1001", "CHG--1",
        "CHG-99999999999999999999", "CHG-", "..%2F..%2Fetc%2Fpasswd", "%252e%252e", "'%20or%201=1--", "%3Cscript%3E", "%F0%9F%98%80",
        "%D9%A1%D9%A0", "*", "%25", "null", "-1", "9223372036854775808", new('x', 2_000), new('x', 10_000),
    ];

    public static MatrixTheoryData<Store, string> Addressed { get; } = new(
        [Store.Sqlite, Store.Postgres],
        Endpoints.All.Where(endpoint => endpoint.Route.Contains('{', StringComparison.Ordinal)).Select(endpoint => endpoint.Route));

    [Theory, MemberData(nameof(Addressed))]
    public async Task Address_of_nothing_leads_nowhere(Store store, string route)
    {
        var sluice = await RunningSluice.On(store, "hostile");
        var endpoint = Endpoints.At(route);
        var caller = await sluice.As(endpoint.Account);
        var body = endpoint.Body is null ? [] : Encoding.UTF8.GetBytes(endpoint.Body(sluice).ToJsonString());
        foreach (var segment in Segments)
        {
            var path = string.Join('/', route.Split(' ')[1].Split('/').Select(part => part.StartsWith('{') ? segment : part));
            string[] headers =
            [
                $"Authorization: Bearer {caller.Token}", "Content-Type: application/json", "If-Match: \"1\"",
                $"Content-Length: {body.Length}",
            ];

            var reply = await sluice.Raw($"{endpoint.Method} /api/v1{path}", headers, body);

            Assert.True(reply.IsNoFailure(segment).Status is 400 or 404 or 414, $"{reply.Status} to {path}: {reply.Body}");
            if (reply.Status == 404)
                reply.IsProblem(segment);
        }
    }

    public static MatrixTheoryData<Store, string> Questions { get; } = new(
        [Store.Sqlite, Store.Postgres],
        [
            "/changes?q={0}&system={0}", "/changes?status={0}&deliveryStatus={0}&kind={0}&risk={0}", "/changes?sort={0}",
            "/changes?after={0}", "/changes?limit={0}", "/people?after={0}", "/people?limit={0}", "/gate?change={0}",
            "/gate?artefact=sha256:{0}", "/gate?change=CHG-1001&at={0}", "/systems/payments-api/changes?since={0}",
            "/calendar?from={0}&until={0}", "/calendar?system={0}", "/systems?after={0}", "/teams?limit={0}",
            "/systems?q={0}&team={0}", "/systems?criticality={0}", "/teams?q={0}", "/customers?q={0}",
            "/audit?actor={0}", "/audit?act={0}&record={0}", "/audit?from={0}&until={0}", "/audit?after={0}",
        ]);

    [Theory, MemberData(nameof(Questions))]
    public Task Question_never_fails_whatever_it_asks_for(Store store, string question) => NeverFails(
        store, question, ["\0", new string('q', 5_000), "2147483648", "-1", "1e9", "0x10", "9999-12-31T23:59:59-14:00"]);

    [Theory, MemberData(nameof(Questions))]
    public Task Question_never_fails_with_any_text_on_the_lists(Store store, string question)
    {
        var hostile = HostileTexts.Find();
        return NeverFails(store, question, hostile.Naughty.Concat(hostile.Injections.Where((_, place) => place % 20 == 0)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Forged_place_in_a_list_is_refused(Store store)
    {
        var sluice = await RunningSluice.On(store);
        await sluice.Drafted();
        await sluice.Drafted();
        var auditor = await sluice.As("auditor");
        foreach (var list in (string[])["/changes?limit=1&sort=-updated", "/changes?limit=1", "/people?limit=1", "/audit?limit=1"])
        {
            var place = (await auditor.Get(list)).Text("nextLink").Split("after=")[1];
            var cursor = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(place))!;
            foreach (var (name, value) in ((string, JsonNode?)[])
                     [
                         ("Value", "yesterday"), ("Value", null), ("Value", "a\0b"), ("Value", ""), ("Value", new string('9', 5_000)),
                         ("Value", "9999-12-31T23:59:59.0000000-14:00"), ("Value", 1), ("Tie", long.MaxValue), ("Tie", long.MinValue), ("Tie", "x"), ("List", null),
                     ])
            {
                var forged = cursor.DeepClone();
                forged[name] = value?.DeepClone();
                var address = $"{list}&after={System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(forged.ToJsonString()))}";

                (await auditor.Get(address)).IsNoFailure($"{list}: {name} {value?.ToJsonString() ?? "null"}");
            }
        }
    }

    public static MatrixTheoryData<Store, string> Headers { get; } = new(
        [Store.Sqlite, Store.Postgres],
        [
            "If-Match: nonsense", "If-Match: \"", "If-Match: \"-1\", W/\"1\"", "If-Match: \"\u00e9\"", "If-Match: ,,,,",
            "If-Match: \"99999999999999999999\"", "Authorization: Bearer", "Authorization: Bearer slu_", "Authorization: Basic YTpi",
            "Authorization: Bearer slu_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "Authorization: Bearer \u00ff\u00fe", "Authorization: \t", "Idempotency-Key: \u00e9\u00ff", "Idempotency-Key: ' or 1=1 --",
            "Accept: \0", "Accept: application/xml", "Content-Encoding: gzip", "Range: bytes=0-99999999999999999999", "Cookie: sluice=nonsense",
            "X-HTTP-Method-Override: DELETE", "Expect: the-unexpected", "Transfer-Encoding: identity", "Content-Length: -1",
        ]);

    [Theory, MemberData(nameof(Headers))]
    public async Task Header_never_makes_anything_fail(Store store, string header)
    {
        var sluice = await RunningSluice.On(store, "hostile");
        var change = await sluice.Kept("headed", async running => (await running.Drafted()).Ref);
        var requester = await sluice.As("requester");
        var body = """{"title":"T"}"""u8.ToArray();
        foreach (var line in (string[])[$"PATCH /api/v1/changes/{change}", "POST /api/v1/changes", $"GET /api/v1/changes/{change}"])
        {
            string[] headers =
            [
                .. header.StartsWith("Authorization", StringComparison.Ordinal) ? [] : (string[])[$"Authorization: Bearer {requester.Token}"],
                "Content-Type: application/json",
                .. header.StartsWith("Content-Length", StringComparison.Ordinal) ? [] : (string[])[$"Content-Length: {body.Length}"],
                header,
            ];
            var head = string.Join("\r\n", (string[])[line + " HTTP/1.1", "Host: localhost", "Connection: close", .. headers, "", ""]);

            var reply = (await sluice.Raw(Encoding.Latin1.GetBytes(head), body)).IsNoFailure(header);

            if (header.StartsWith("Authorization", StringComparison.Ordinal))
                Assert.True(reply.Status is 400 or 401, $"{reply.Status} to {header}");
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Idempotency_key_has_a_length(Store store)
    {
        var sluice = await RunningSluice.On(store, "hostile");
        var requester = await sluice.As("requester");

        (await requester.Post("/changes", sluice.ChangeBody(), new string('k', 201))).IsRefused(422, "idempotency.key-too-long");
        (await requester.Post("/changes", sluice.ChangeBody(), new string('k', 200))).Is(201);
    }

    private static async Task NeverFails(Store store, string question, IEnumerable<string> texts)
    {
        var auditor = await (await RunningSluice.On(store, "hostile")).As("auditor");
        foreach (var text in texts)
        {
            // What is no text (half a pair) cannot be written in an address.
            var address = question.Replace("{0}", Uri.EscapeDataString(text), StringComparison.Ordinal);

            var reply = (await auditor.Get(address)).IsNoFailure(text);

            // An address that is too long does not even get to the application.
            if (reply.Status is not (200 or 414))
                reply.IsProblem(text);
        }
    }
}
