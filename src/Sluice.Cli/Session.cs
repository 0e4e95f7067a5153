using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;
using Sluice.Cli.Settings;

namespace Sluice.Cli;

/// <summary>One command being run: what was typed, the server it goes to and where its answer is written.</summary>
internal sealed class Session(CommandTree tree, ParseResult parsed, Surroundings around) : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private Api? api;

    public Screen Screen { get; } = new(around, parsed.GetValue(tree.Json));

    public Surroundings Around => around;

    public DateTimeOffset Now => around.Clock.GetUtcNow();

    public string? Profile => parsed.GetValue(tree.As);

    /// <summary>Opened when first needed: commands that work offline never ask who one is.</summary>
    public Api Api => api ??= new(Profiles.Read(around.ConfigFile).Choose(Profile, around));

    public bool IsWatching => parsed.GetValue(tree.Watch);

    public T? Of<T>(Option<T> option) => parsed.GetValue(option);

    public T Of<T>(Argument<T> argument) => parsed.GetValue(argument)!;

    public bool Has(Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Sends and prints; the way of nearly every act.</summary>
    public async Task<int> Act(
        HttpMethod method, string path, JsonNode? body, Action<Screen, JsonNode> show, CancellationToken ct) =>
        Answer(await Api.Send(method, path, body, null, ct), show);

    public Task<int> Post(string path, JsonNode? body, CancellationToken ct) =>
        Act(HttpMethod.Post, path, body ?? new JsonObject(), RecordLine.Write, ct);

    /// <summary>Sends with the version that the writer means, or else the one that is there now.</summary>
    public async Task<int> Change(
        HttpMethod method, string record, string below, JsonNode? body, long? version, CancellationToken ct)
    {
        var seen = version is { } named ? $"\"{named}\"" : null;
        if (seen is null)
        {
            var current = await Api.Get(record, ct);
            if (!current.IsYes)
                return Answer(current, RecordLine.Write);
            seen = current.ETag;
        }
        return Answer(await Api.Send(method, record + below, body, seen, ct), RecordLine.Write);
    }

    public async Task<int> Show(
        string path, Action<Screen, JsonNode> show, Func<JsonNode, bool> isFinal, Func<JsonNode, bool>? isYes,
        CancellationToken ct)
    {
        string? before = null;
        while (true)
        {
            var reply = await Api.Get(path, ct);
            var text = reply.Body?.ToJsonString();
            if (text != before)
                Answer(reply, show);
            before = text;
            if (!reply.IsYes)
                return Exit.Refused;
            if (!IsWatching || isFinal(reply.Body!))
                return isYes?.Invoke(reply.Body!) is false ? Exit.Refused : Exit.Yes;
            await Task.Delay(BetweenLooks, around.Clock, ct);
        }
    }

    public int Answer(Reply reply, Action<Screen, JsonNode> show)
    {
        if (!reply.IsYes)
            Refusal.Write(Screen, reply);
        else if (Screen.IsJson)
            Screen.Document(reply.Body);
        else if (reply.Body is { } body)
            show(Screen, body);
        return reply.IsYes ? Exit.Yes : Exit.Refused;
    }

    public void Dispose() => api?.Dispose();
}
