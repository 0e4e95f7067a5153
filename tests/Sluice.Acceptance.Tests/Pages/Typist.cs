using System.Net;
using System.Text.RegularExpressions;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>A page as it came, and the address it came from.</summary>
internal sealed record Sheet(int Status, string Html, string Address)
{
    /// <summary>What people read of it.</summary>
    public string Text => WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(Html, "(?s)^.*?<main|<[^>]*>", " "), @"\s+", " "));

    /// <summary>What stands in the field of that id, or is chosen there.</summary>
    public string? Value(string id)
    {
        var area = Regex.Match(Html, $"(?s)<textarea id=\"{id}\"[^>]*>\n?(.*?)</textarea>");
        var input = Regex.Match(Html, $"<input id=\"{id}\"[^>]*?value=\"([^\"]*)\"");
        var option = Regex.Match(Html, $"(?s)<select id=\"{id}\".*?<option value=\"([^\"]*)\" selected");
        return new[] { area, input, option }.FirstOrDefault(found => found.Success) is { } found
            ? WebUtility.HtmlDecode(found.Groups[1].Value)
            : null;
    }
}

/// <summary>Somebody whose browser runs no script and draws nothing: cookies, forms and where they lead.</summary>
internal sealed class Typist(RunningSluice sluice)
{
    private readonly Dictionary<string, string> cookies = [];

    /// <summary>Of another site: its pages send forms, too.</summary>
    public string Site { get; set; } = "same-origin";

    public void Forget(string cookie) => cookies.Remove(cookie);

    public void Set(string cookie, string value) => cookies[cookie] = value;

    public Task<Sheet> Open(string path) => Follow(HttpMethod.Get, path, null);

    public async Task<Sheet> SignIn(string account) => await Send(await Open("/sign-in"), "Persona", ("account", account));

    /// <summary>Fills in the form of that handler as it stands on the page, and sends it.</summary>
    public Task<Sheet> Send(Sheet page, string? handler, params (string Name, string Value)[] typed)
    {
        var form = Regex.Matches(page.Html, "(?s)<form[^>]*method=\"post\".*?</form>").Select(match => match.Value).First(one =>
            handler is null ? one.Contains("class=\"panel", StringComparison.Ordinal) : Regex.IsMatch(one, $"^<form[^>]*handler={handler}[\"&#]"));
        var action = Regex.Match(form, "^<form[^>]*action=\"([^\"]*)\"") is { Success: true } said
            ? WebUtility.HtmlDecode(said.Groups[1].Value).Split('#')[0]
            : page.Address;
        var hidden = Regex.Matches(form, "<input[^>]*type=\"hidden\"[^>]*>").Select(field => (
            Name: Regex.Match(field.Value, "name=\"([^\"]*)\"").Groups[1].Value,
            Value: WebUtility.HtmlDecode(Regex.Match(field.Value, "value=\"([^\"]*)\"").Groups[1].Value)));
        var fields = hidden.Where(field => typed.All(other => other.Name != field.Name)).Concat(typed)
            .Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        return Follow(HttpMethod.Post, action, fields);
    }

    /// <summary>Sends the form that leads to that address, as it stands.</summary>
    public Task<Sheet> Press(Sheet page, string action)
    {
        var form = Regex.Match(page.Html, $"(?s)<form[^>]*action=\"{action}\".*?</form>").Value;
        return Follow(HttpMethod.Post, action, [.. Regex.Matches(form, "<input[^>]*type=\"hidden\"[^>]*>").Select(field => KeyValuePair.Create(
            Regex.Match(field.Value, "name=\"([^\"]*)\"").Groups[1].Value, Regex.Match(field.Value, "value=\"([^\"]*)\"").Groups[1].Value))]);
    }

    private async Task<Sheet> Follow(HttpMethod method, string path, List<KeyValuePair<string, string>>? fields)
    {
        for (var hops = 0; hops < 5; hops++)
        {
            using var request = new HttpRequestMessage(method, path);
            if (cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            request.Headers.Add("Sec-Fetch-Site", Site);
            if (method == HttpMethod.Post)
                request.Content = new FormUrlEncodedContent(fields!);
            using var reply = await sluice.Http.SendAsync(request);
            foreach (var set in reply.Headers.TryGetValues("Set-Cookie", out var sent) ? sent : [])
            {
                var (name, value) = (set.Split('=')[0], set.Split(';')[0][(set.IndexOf('=') + 1)..]);
                if (value.Length == 0)
                    cookies.Remove(name);
                else
                    cookies[name] = value;
            }
            if (reply.Headers.Location is not { } next)
                return new((int)reply.StatusCode, await reply.Content.ReadAsStringAsync(), path);
            path = next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString;
            // As browsers do: 307 sends the same again, 302 asks for what is there.
            if (reply.StatusCode is not HttpStatusCode.TemporaryRedirect)
                method = HttpMethod.Get;
        }
        throw new InvalidOperationException($"Sent round in circles, at last to {path}.");
    }
}
