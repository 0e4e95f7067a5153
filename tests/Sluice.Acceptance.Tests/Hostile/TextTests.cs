using System.Text.Encodings.Web;
using System.Text.Json;
using Sluice.Acceptance.Tests.Api;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Hostile;

/// <summary>Every field of every endpoint in the table, with what is refused there.</summary>
public sealed class TextTests
{
    private const string Purpose = "hostile";

    // As people type it, not as escapes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly List<string> Naming =
        [.. Endpoints.Writing.Where(endpoint => endpoint is { IsThrottled: false, Names.Count: > 0 }).Select(endpoint => endpoint.Route)];

    public static MatrixTheoryData<Store, string> Named { get; } = Routes(endpoint => endpoint is { IsThrottled: false, Names.Count: > 0 });

    public static MatrixTheoryData<Store, string> Texted { get; } = Routes(endpoint => endpoint.Texts.Count > 0);

    [Theory, MemberData(nameof(Named))]
    public async Task What_is_no_name_is_refused_and_never_fails(Store store, string route)
    {
        var hostile = HostileTexts.Find();
        var sluice = await RunningSluice.On(store, Purpose);
        var endpoint = Endpoints.At(route);
        var caller = await sluice.As(endpoint.Account);
        var address = await endpoint.Address(sluice);

        foreach (var text in Dealt(hostile.Naughty.Concat(hostile.Injections), endpoint))
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

    /// <summary>The endpoints deal the long lists out among themselves: each string reaches one of them.</summary>
    private static IEnumerable<string> Dealt(IEnumerable<string> texts, Endpoint endpoint) =>
        texts.Where((_, place) => place % Naming.Count == Naming.IndexOf(endpoint.Route));

    private static MatrixTheoryData<Store, string> Routes(Func<Endpoint, bool> isMeant) => new(
        [Store.Sqlite, Store.Postgres], Endpoints.Writing.Where(isMeant).Select(endpoint => endpoint.Route));
}
