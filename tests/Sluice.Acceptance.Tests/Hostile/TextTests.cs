using System.Text.Encodings.Web;
using System.Text.Json;
using Sluice.Acceptance.Tests.Api;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Hostile;

/// <summary>Every field that takes text, of every endpoint in the table, with everything on the lists.</summary>
public sealed class TextTests
{
    private const string Purpose = "hostile";

    // Fields from this length on take many strings at once; shorter ones take the naughty strings one by one.
    private const int Roomy = 4_000;

    // As people type it, not as escapes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly List<string> Short =
        [.. Endpoints.Writing.Where(HasShortText).Select(endpoint => endpoint.Route)];

    private static readonly List<string> Naming =
        [.. Endpoints.Writing.Where(endpoint => endpoint is { IsThrottled: false, Names.Count: > 0 }).Select(endpoint => endpoint.Route)];

    public static MatrixTheoryData<Store, string> Fed { get; } = Routes(endpoint => endpoint is { IsThrottled: false, Texts.Count: > 0 });

    public static MatrixTheoryData<Store, string> Named { get; } = Routes(endpoint => endpoint is { IsThrottled: false, Names.Count: > 0 });

    public static MatrixTheoryData<Store, string> Texted { get; } = Routes(endpoint => endpoint.Texts.Count > 0);

    [Theory, MemberData(nameof(Fed))]
    public async Task Text_is_kept_as_it_was_written(Store store, string route)
    {
        if (HostileTexts.Find() is not { } hostile)
            return;
        var sluice = await RunningSluice.On(store, Purpose);
        var endpoint = Endpoints.At(route);
        var caller = await sluice.As(endpoint.Account);
        var feeds = endpoint.Texts.ToDictionary(field => field, field => For(field, endpoint, hostile));

        for (var turn = 0; turn < feeds.Values.Max(feed => feed.Count); turn++)
        {
            var body = endpoint.Body!(sluice);
            var sent = new List<string>();
            foreach (var (field, feed) in feeds)
            {
                sent.Add(feed[(turn + sent.Count) % feed.Count]);
                body.Set(field.Pointer, sent[^1]);
            }
            var address = await endpoint.Address(sluice);
            var reply = await endpoint.Send(sluice, caller, address, body.ToJsonString(Plain));

            reply.IsNoFailure(sent[0]);
            if (endpoint.ReadAt is null)
                continue;
            Assert.True(reply.Status is 200 or 201, $"{reply.Status} to {string.Join(" | ", sent)}: {reply.Body}");
            var read = Pointers.TextsIn((await caller.Get(endpoint.ReadAt(address, reply))).Is(200).Json).ToHashSet(StringComparer.Ordinal);
            Assert.All(sent, text => Assert.Contains(text, read));
        }
    }

    [Theory, MemberData(nameof(Named))]
    public async Task What_is_no_name_is_refused_and_never_fails(Store store, string route)
    {
        if (HostileTexts.Find() is not { } hostile)
            return;
        var sluice = await RunningSluice.On(store, Purpose);
        var endpoint = Endpoints.At(route);
        var caller = await sluice.As(endpoint.Account);
        var address = await endpoint.Address(sluice);

        foreach (var text in hostile.Naughty.Concat(Share(hostile.Injections, endpoint, Naming)))
        {
            var body = endpoint.Body!(sluice);
            foreach (var pointer in endpoint.Names)
                body.Set(pointer, text);

            (await endpoint.Send(sluice, caller, address, body.ToJsonString(Plain))).IsProblem(text);
        }
    }

    public static MatrixTheoryData<Store, string> NamedOrTexted { get; } =
        Routes(endpoint => endpoint.Texts.Count > 0 || endpoint.Names.Count > 0);

    [Theory, MemberData(nameof(NamedOrTexted))]
    public async Task Text_that_no_database_keeps_is_refused_where_it_stands(Store store, string route)
    {
        await using var own = Endpoints.At(route).IsThrottled ? await RunningSluice.New(store) : null;
        await foreach (var (pointer, text, reply) in Unkeepable(own ?? await RunningSluice.On(store, Purpose), Endpoints.At(route)))
        {
            reply.IsProblem(text);
            if (Endpoints.At(route).Names.Contains(pointer) && reply.Status == 400)
                continue; // One of a few words, or a moment: already no JSON of that shape.
            Assert.Equal(422, reply.Status);
            Assert.Contains(pointer, reply.Pointers);
        }
    }

    [Theory, MemberData(nameof(Texted))]
    public async Task Text_that_is_too_long_is_refused_where_it_stands(Store store, string route)
    {
        await using var own = Endpoints.At(route).IsThrottled ? await RunningSluice.New(store) : null;
        var (sluice, endpoint) = (own ?? await RunningSluice.On(store, Purpose), Endpoints.At(route));
        var caller = await sluice.As(endpoint.Account);
        var address = await endpoint.Address(sluice);
        foreach (var field in endpoint.Texts)
        {
            var body = endpoint.Body!(sluice);
            body.Set(field.Pointer, new string('x', field.Longest >= 10_000 ? field.Longest + 1 : 10_000));

            var reply = await endpoint.Send(sluice, caller, address, body.ToJsonString());

            Assert.Equal([field.Pointer], reply.IsRefused(422, "text.too-long").Pointers);
        }
    }

    private static async IAsyncEnumerable<(string Pointer, string Text, Reply Reply)> Unkeepable(RunningSluice sluice, Endpoint endpoint)
    {
        const string mark = "MARK";
        var caller = await sluice.As(endpoint.Account);
        var address = await endpoint.Address(sluice);
        foreach (var pointer in endpoint.Texts.Select(text => text.Pointer).Concat(endpoint.Names))
            foreach (var text in (string[])["a\\u0000b", "\\u0000", "\\ud800", "a\\udc00b", "\\udc00\\ud800"])
            {
                var body = endpoint.Body!(sluice);
                body.Set(pointer, mark);
                var json = body.ToJsonString().Replace(mark, text, StringComparison.Ordinal);
                yield return (pointer, text, await endpoint.Send(sluice, caller, address, json));
            }
    }

    private static IReadOnlyList<string> For(TextField field, Endpoint endpoint, HostileTexts hostile) =>
    [
        // A text of nothing but blanks is no text where one is asked for.
        .. (field.Longest >= Roomy
                ? HostileTexts.Packed(hostile.Naughty.Concat(hostile.Injections), field.Longest)
                : Naughty(hostile, endpoint, field).Concat(Share(HostileTexts.Packed(hostile.Injections, field.Longest), endpoint, Short)))
            .Where(text => !string.IsNullOrWhiteSpace(text) && text.Length <= field.Longest),
    ];

    /// <summary>One by one where something is made; where it is edited, the same fields take several at once.</summary>
    private static IReadOnlyList<string> Naughty(HostileTexts hostile, Endpoint endpoint, TextField field) =>
        endpoint.Method == HttpMethod.Patch ? HostileTexts.Packed(hostile.Naughty, field.Longest) : hostile.Naughty;

    /// <summary>The endpoints deal the long lists out among themselves: each string reaches one of them.</summary>
    private static IEnumerable<string> Share(IReadOnlyList<string> texts, Endpoint endpoint, List<string> among) =>
        texts.Where((_, place) => place % among.Count == among.IndexOf(endpoint.Route));

    private static bool HasShortText(Endpoint endpoint) =>
        !endpoint.IsThrottled && endpoint.Texts.Any(text => text.Longest < Roomy);

    private static MatrixTheoryData<Store, string> Routes(Func<Endpoint, bool> isMeant) => new(
        [Store.Sqlite, Store.Postgres], Endpoints.Writing.Where(isMeant).Select(endpoint => endpoint.Route));
}
