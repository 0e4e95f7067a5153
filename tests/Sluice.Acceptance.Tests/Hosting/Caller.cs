using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Acceptance.Tests.Hosting;

/// <summary>What came back.</summary>
public sealed record Reply(int Status, string Body, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The body is null.");

    public string ETag => Headers.ETag!.ToString();

    /// <summary>The codes of a refusal, in the order they were given.</summary>
    public IReadOnlyList<string> Codes =>
        [.. (Json["reasons"]?.AsArray() ?? []).Select(reason => (string)reason!["code"]!)];

    public JsonNode this[string name] => Json[name] ?? throw new KeyNotFoundException($"No {name} in {Body}");

    /// <summary>Where the refused fields are.</summary>
    public IReadOnlyList<string> Pointers =>
        [.. (Json["reasons"]?.AsArray() ?? []).Select(reason => (string?)reason!["pointer"]).OfType<string>()];

    public string Ref => Text("ref");

    public string Text(string name) => (string)this[name]!;

    public IReadOnlyList<string> Texts(string name) => [.. this[name].AsArray().Select(item => (string)item!)];

    /// <summary>The same reply, once its status has been found to be the expected one.</summary>
    public Reply Is(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Body}");
        return this;
    }

    /// <summary>Refused, for that reason among others.</summary>
    public Reply IsRefused(int status, string code)
    {
        Is(status);
        Assert.Contains(code, Codes);
        return this;
    }
}

/// <summary>Somebody with a token, or nobody. Paths are below <c>/api/v1</c> unless they begin with it.</summary>
public sealed class Caller(HttpClient http, string? token)
{
    private const string Root = "/api/v1";

    public string? Token { get; } = token;

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<Reply> Post(string path, object? body = null, string? idempotencyKey = null) =>
        Send(HttpMethod.Post, path, Json(body ?? new { }), idempotencyKey: idempotencyKey);

    public Task<Reply> Put(string path, object body, string? ifMatch) => Send(HttpMethod.Put, path, Json(body), ifMatch);

    public Task<Reply> Patch(string path, object body, string? ifMatch) => Send(HttpMethod.Patch, path, Json(body), ifMatch);

    /// <summary>Edits what is there now.</summary>
    public async Task<Reply> Patch(string path, object body) => await Patch(path, body, (await Get(path)).ETag);

    public Task<Reply> Delete(string path, string? ifMatch = null) => Send(HttpMethod.Delete, path, null, ifMatch);

    public async Task<Reply> Send(
        HttpMethod method, string path, HttpContent? content, string? ifMatch = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith(Root, StringComparison.Ordinal) ? path : Root + path);
        request.Content = content;
        if (Token is not null)
            request.Headers.Authorization = new("Bearer", Token);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var response = await http.SendAsync(request);
        return new(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers,
            response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Not read yet: for what is no JSON.</summary>
    public Task<HttpResponseMessage> Fetch(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Root + path);
        request.Headers.Authorization = new("Bearer", Token);
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <param name="body">A string is sent as it is; anything else as JSON.</param>
    public static HttpContent Json(object body) => new StringContent(
        body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
}
