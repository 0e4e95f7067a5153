using System.Text.Encodings.Web;
using System.Text.Json;
using Sluice.Acceptance.Tests.Api;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Hostile;

/// <summary>
/// Every field that takes text, of every endpoint in the table, with every naughty string; from 4,000 characters on also with every
/// injection, which the shorter ones deal out among themselves.
/// </summary>
public sealed class KeptTextTests
{
    // Fields from this length on take all strings, many at once.
    private const int Spacious = 4_000;

    // As people type it, not as escapes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly List<string> Short = RoutesWith(text => text.Longest < Spacious);

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

        var (last, version) = ("", default(string));
        for (var turn = 0; turn < feeds.Values.Max(feed => feed.Count); turn++)
        {
            var body = endpoint.Body!(sluice);
            var sent = new List<string>();
            // Who has had all of its own says something ordinary while the others go on.
            foreach (var (place, (field, feed)) in feeds.Index().Where(fed => turn < fed.Item.Value.Count))
            {
                sent.Add(feed[(turn + place) % feed.Count]);
                body.Set(field.Pointer, sent[^1]);
            }
            var address = await endpoint.Address(sluice);
            var reply = await endpoint.Send(sluice, caller, address, body.ToJsonString(Plain), address == last ? version : null);

            reply.IsNoFailure(sent[0]);
            if (endpoint.ReadAt is null)
                continue;
            Assert.True(reply.Status is 200 or 201, $"{reply.Status} to {string.Join(" | ", sent)}: {reply.Body}");
            var read = (await caller.Get(endpoint.ReadAt(address, reply))).Is(200);
            (last, version) = (address, read.Headers.ETag?.ToString());
            var texts = Pointers.TextsIn(read.Json).ToHashSet(StringComparer.Ordinal);
            Assert.All(sent, text => Assert.Contains(text, texts));
        }
    }

    /// <summary>All of them several at once; and, where a text is too short for that to say much, some of them alone.</summary>
    private static IReadOnlyList<string> For(TextField field, Endpoint endpoint, Store store, HostileTexts hostile)
    {
        // What is short takes so many that the two databases deal, too.
        var (places, own) = (Short.Count * 2, (Short.IndexOf(endpoint.Route) * 2) + (int)store);
        return
        [
            // A text of nothing but blanks is no text where one is asked for.
            .. (field.Longest switch
                {
                    >= Spacious => HostileTexts.Packed(hostile.Naughty.Concat(hostile.Injections), field.Longest),
                    _ => HostileTexts.Packed(hostile.Naughty, field.Longest).Concat(Dealt(hostile.Naughty, places, own))
                        .Concat(Dealt(HostileTexts.Packed(hostile.Injections, field.Longest), places, own)),
                })
                .Where(text => !string.IsNullOrWhiteSpace(text) && text.Length <= field.Longest),
        ];
    }

    /// <summary>The endpoints deal the long lists out among themselves.</summary>
    private static IEnumerable<string> Dealt(IReadOnlyList<string> texts, int places, int own) =>
        texts.Where((_, place) => place % places == own);

    private static List<string> RoutesWith(Func<TextField, bool> isMeant) =>
        [.. Endpoints.Writing.Where(endpoint => !endpoint.IsThrottled && endpoint.Texts.Any(isMeant)).Select(endpoint => endpoint.Route)];
}
