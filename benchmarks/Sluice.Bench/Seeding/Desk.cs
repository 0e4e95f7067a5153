using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sluice.Bench.Seeding;

/// <summary>The demo's people at work, through the API and the sign-in page.</summary>
internal sealed partial class Desk(int port) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = new($"http://127.0.0.1:{port}"),
    };

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> tokens = [];

    public Task<string> TokenOf(string account) => tokens.GetOrAdd(account, name => new(() => NewToken(name))).Value;

    /// <summary>The Cookie header of somebody who has signed in on the page.</summary>
    public async Task<string> CookieOf(string account)
    {
        var page = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        var form = FormToken().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in?handler=Persona")
        {
            Content = new FormUrlEncodedContent([new("account", account), new("__RequestVerificationToken", form)]),
        };
        request.Headers.Add("Cookie", Cookies(page));
        return Cookies(await http.SendAsync(request));
    }

    public Task<JsonElement> Post(string account, string address, object body) => Send(account, HttpMethod.Post, address, body);

    public async Task<JsonElement> Get(string account, string address) => await Read(await Ask(account, HttpMethod.Get, address, null, null));

    /// <summary>With the version that the record has at this moment.</summary>
    public async Task Put(string account, string address, string record, object body)
    {
        var seen = await Ask(account, HttpMethod.Get, record, null, null);
        await Read(await Ask(account, HttpMethod.Put, address, body, seen.Headers.ETag));
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> Send(string account, HttpMethod method, string address, object body) =>
        await Read(await Ask(account, method, address, body, null));

    private async Task<string> NewToken(string account)
    {
        var given = await http.PostAsJsonAsync("/api/v1/demo/token", new { account });
        return (await Read(given)).GetProperty("token").GetString()!;
    }

    private async Task<HttpResponseMessage> Ask(string account, HttpMethod method, string address, object? body, EntityTagHeaderValue? seen)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{address}");
        request.Headers.Authorization = new("Bearer", await TokenOf(account));
        if (seen is not null)
            request.Headers.IfMatch.Add(seen);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await http.SendAsync(request);
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new InvalidOperationException($"{(int)answer.StatusCode} for {answer.RequestMessage!.RequestUri}: {text}");
    }

    private static string Cookies(HttpResponseMessage answer) =>
        string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
