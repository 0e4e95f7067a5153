using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Api;

/// <summary>A field that takes any text of at most that many characters.</summary>
internal sealed record TextField(string Pointer, int Longest);

/// <summary>
/// One endpoint of the API as the tests know it: who may call it, where, with what, and which of its fields take text. A new
/// endpoint is a new row; until it has one, the tests of roles fail.
/// </summary>
/// <param name="Route">As it is mapped: <c>POST /changes/{reference}/hold</c>.</param>
/// <param name="May">The roles of the contract whose members are not refused for who they are.</param>
internal sealed record Endpoint(string Route, IReadOnlyList<string> May)
{
    public HttpMethod Method => HttpMethod.Parse(Route.AsSpan(0, Route.IndexOf(' ', StringComparison.Ordinal)));

    /// <summary>Makes what the call needs and says where it goes.</summary>
    public Func<RunningSluice, Task<string>> Address { get; init; } =
        _ => Task.FromResult(Route[(Route.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    /// <summary>A body that is accepted there; null for calls without one.</summary>
    public Func<RunningSluice, JsonObject>? Body { get; init; }

    /// <summary>Who makes the call that is accepted.</summary>
    public string Account { get; init; } = "admin";

    /// <summary>The version to be named in If-Match; null where none is asked for.</summary>
    public Func<RunningSluice, string, Task<string>>? Version { get; init; }

    public IReadOnlyList<TextField> Texts { get; init; } = [];

    /// <summary>Pointers to fields that take names, digests, moments or one of a few words.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Where an accepted text can be read again, by the address called and the reply; null where it never can.</summary>
    public Func<string, Reply, string>? ReadAt { get; init; }

    public bool IsAnonymous { get; init; }

    /// <summary>Limited in calls a minute, so that it cannot be fed with thousands of texts.</summary>
    public bool IsThrottled { get; init; }

    /// <summary>Its answer goes on for as long as somebody listens; how it begins is all that is waited for.</summary>
    public bool IsEndless { get; init; }

    public override string ToString() => Route;

    public async Task<Reply> Call(RunningSluice sluice, string account)
    {
        var address = await Address(sluice);
        return await Send(sluice, await sluice.As(account), address, Body?.Invoke(sluice).ToJsonString());
    }

    /// <param name="known">The version, for who has just read it.</param>
    public async Task<Reply> Send(RunningSluice sluice, Caller caller, string address, string? body, string? known = null)
    {
        if (IsEndless)
            return await Beginning(caller, address);
        var version = Version is null ? null : known ?? await Version(sluice, address);
        return await caller.Send(Method, address, body is null ? null : Caller.Json(body), version);
    }

    private static async Task<Reply> Beginning(Caller caller, string address)
    {
        using var response = await caller.Fetch(address);
        return new(
            (int)response.StatusCode, response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync(), response.Headers,
            response.Content.Headers.ContentType?.MediaType);
    }
}
