using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Cli.Settings;

namespace Sluice.Cli.Calls;

/// <summary>The server's REST interface, as one person.</summary>
internal sealed class Api : IDisposable
{
    private const string Root = "api/v1";
    private readonly HttpClient client;

    public Api(Server server)
    {
        // Redirects are not followed: they would carry a token to wherever they lead.
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
        {
            BaseAddress = server.Address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("sluice");
        if (server.Token is { } token)
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    /// <param name="path">Below <c>/api/v1</c>, its parts escaped; a <c>nextLink</c> is taken as it came.</param>
    /// <param name="seen">Goes into <c>If-Match</c>.</param>
    /// <exception cref="UnreachableException"/>
    public Task<Reply> Send(HttpMethod method, string path, JsonNode? body, string? seen, CancellationToken ct) => Exchange(
        method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), seen, ct);

    public Task<Reply> Get(string path, CancellationToken ct) => Exchange(HttpMethod.Get, path, null, null, ct);

    /// <param name="content">Streamed.</param>
    public Task<Reply> Upload(string path, MultipartFormDataContent content, CancellationToken ct) =>
        Exchange(HttpMethod.Post, path, content, null, ct);

    public void Dispose() => client.Dispose();

    private async Task<Reply> Exchange(HttpMethod method, string path, HttpContent? content, string? seen, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, Relative(path)) { Content = content };
        if (seen is not null)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(seen));
        try
        {
            using var response = await client.SendAsync(request, ct);
            var bytes = await response.Content.ReadAsByteArrayAsync(ct);
            return new(response.StatusCode, Json(bytes, response), bytes, response.Headers.ETag?.ToString());
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new UnreachableException($"Cannot reach {client.BaseAddress}: {failure.Message}");
        }
    }

    private static string Relative(string path) =>
        path.StartsWith("/api/", StringComparison.Ordinal) ? path.TrimStart('/') : Root + path;

    private JsonNode? Json(byte[] bytes, HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout)
            throw new UnreachableException($"{client.BaseAddress} does not answer now ({(int)response.StatusCode}).");
        try
        {
            if (bytes.Length == 0 && (int)response.StatusCode is < 300 or >= 400)
                return null;
            return JsonNode.Parse(bytes);
        }
        catch (JsonException)
        {
            throw new UnreachableException(
                $"{client.BaseAddress} does not answer like Sluice ({(int)response.StatusCode}, "
                + $"{response.Content.Headers.ContentType?.MediaType ?? "no content type"}).");
        }
    }
}
