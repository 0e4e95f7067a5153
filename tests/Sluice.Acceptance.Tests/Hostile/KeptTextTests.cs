using System.Text.Encodings.Web;
using System.Text.Json;
using Sluice.Acceptance.Tests.Api;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Hostile;

/// <summary>Every field that takes text, of every endpoint in the table, with everything on the lists.</summary>
public sealed class KeptTextTests
{
    // Fields from this length on take all strings, many at once; among shorter ones the injections are dealt out.
    private const int Roomy = 4_000;

    // As people type it, not as escapes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly List<string> Short =
        [.. Endpoints.Writing.Where(HasShortText).Select(endpoint => endpoint.Route)];

    public static MatrixTheoryData<Store, string> Fed { get; } = new(
        [Store.Sqlite, Store.Postgres],
        Endpoints.Writing.Where(endpoint => endpoint is { IsThrottled: false, Texts.Count: > 0 }).Select(endpoint => endpoint.Route));

    [Theory, MemberData(nameof(Fed))]
    public async Task Text_is_kept_as_it_was_written(Store store, string route)
    {
        var hostile = HostileTexts.Find();
        var sluice = await RunningSluice.On(store, "hostile texts");
        var endpoint = Endpoints.At(route);
        var caller = await sluice.As(endpoint.Account);
        var feeds = endpoint.Texts.ToDictionary(field => field, field => For(field, endpoint, store, hostile));

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

    /// <summary>All of them several at once; and, where a text is too short for that to say much, some of them alone.</summary>
    private static IReadOnlyList<string> For(TextField field, Endpoint endpoint, Store store, HostileTexts hostile) =>
    [
        // A text of nothing but blanks is no text where one is asked for.
        .. (field.Longest >= Roomy
                ? HostileTexts.Packed(hostile.Naughty.Concat(hostile.Injections), field.Longest)
                : HostileTexts.Packed(hostile.Naughty, field.Longest).Concat(Dealt(hostile.Naughty, endpoint, store))
                    .Concat(Dealt(HostileTexts.Packed(hostile.Injections, field.Longest), endpoint, store)))
            .Where(text => !string.IsNullOrWhiteSpace(text) && text.Length <= field.Longest),
    ];

    /// <summary>The endpoints deal the long lists out among themselves, on either database: each string reaches one of them.</summary>
    private static IEnumerable<string> Dealt(IReadOnlyList<string> texts, Endpoint endpoint, Store store)
    {
        var (places, own) = (Short.Count * 2, (Short.IndexOf(endpoint.Route) * 2) + (int)store);
        return texts.Where((_, place) => place % places == own);
    }

    private static bool HasShortText(Endpoint endpoint) =>
        !endpoint.IsThrottled && endpoint.Texts.Any(text => text.Longest < Roomy);
}
