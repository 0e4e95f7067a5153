using System.Net;
using System.Text.RegularExpressions;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>A form as a browser without scripts has it: what its fields hold, in their order, and sending it with one of its buttons.</summary>
public sealed partial class SentForm
{
    private readonly List<KeyValuePair<string, string>> fields = [];
    private readonly Reader reader;

    private SentForm(Reader reader, int status, string html)
    {
        (this.reader, Status, Html) = (reader, status, html);
        foreach (Match found in Control().Matches(Whole().Match(html) is { Success: true } form ? form.Value : html))
            if (found.Groups["select"].Success)
                fields.Add(new(Name(found), WebUtility.HtmlDecode(Chosen().Match(found.Value).Groups[1].Value)));
            else if (found.Groups["area"].Success)
                fields.Add(new(Name(found), WebUtility.HtmlDecode(found.Groups["text"].Value.TrimStart('\n'))));
            else if (!found.Value.Contains("type=\"file\"", StringComparison.Ordinal)
                && (!found.Value.Contains("type=\"radio\"", StringComparison.Ordinal) || found.Value.Contains("checked", StringComparison.Ordinal)))
                fields.Add(new(Name(found), WebUtility.HtmlDecode(Value().Match(found.Value).Groups[1].Value)));
    }

    public int Status { get; }

    public string Html { get; }

    public string this[string name] => fields.First(field => field.Key == name).Value;

    public IReadOnlyList<string> All(string name) => [.. fields.Where(field => field.Key == name).Select(field => field.Value)];

    /// <summary>Signed in already, with cookies of their own.</summary>
    public static async Task<SentForm> Open(RunningSluice sluice, string account, string path)
    {
        var reader = new Reader(sluice);
        var token = new SentForm(reader, 200, await reader.Read("/sign-in"));
        await reader.Send("/sign-in?handler=Persona", new FormUrlEncodedContent(
            [new("account", account), new("__RequestVerificationToken", token["__RequestVerificationToken"])]));
        return new(reader, 200, await reader.Read(path));
    }

    public Task<string> Read(string path) => reader.Read(path);

    /// <summary>How many bytes of a page go over the line to a browser, which takes it compressed.</summary>
    public Task<int> Transferred(string path) => reader.Transferred(path);

    public SentForm Fill(string name, string value, int place = 0)
    {
        var at = Enumerable.Range(0, fields.Count).Where(index => fields[index].Key == name).ElementAt(place);
        fields[at] = new(name, value);
        return this;
    }

    public async Task<SentForm> Press(string op)
    {
        var (status, html) = await reader.Send(Action(), new FormUrlEncodedContent([.. fields, new("op", op)]));
        return new(reader, status, html);
    }

    public async Task<SentForm> Upload(string field, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        content.Add(new StringContent("upload"), "op");
        content.Add(new ByteArrayContent(file), field, "runbook.csv");
        var (status, html) = await reader.Send(Action(), content);
        return new(reader, status, html);
    }

    /// <summary>Another of the page's forms.</summary>
    public async Task<SentForm> Send(string path, params (string Name, string Value)[] values)
    {
        var (status, html) = await reader.Send(path, new FormUrlEncodedContent(
            [.. values.Select(value => KeyValuePair.Create(value.Name, value.Value)), new("__RequestVerificationToken", this["__RequestVerificationToken"])]));
        return new(reader, status, html);
    }

    public async Task<SentForm> Reopen(string path) => new(reader, 200, await reader.Read(path));

    private string Action() => FormAction().Match(Html).Groups[1].Value;

    private static string Name(Match control) => NameOf().Match(control.Value).Groups[1].Value;

    private sealed class Reader(RunningSluice sluice)
    {
        private readonly Dictionary<string, string> cookies = [];

        public async Task<string> Read(string path) => (await Send(HttpMethod.Get, path, null)).Html;

        public Task<(int Status, string Html)> Send(string path, HttpContent content) => Send(HttpMethod.Post, path, content);

        public async Task<int> Transferred(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Cookie", Cookies);
            request.Headers.Add("Accept-Encoding", "gzip, deflate, br");
            using var reply = await sluice.Http.SendAsync(request);
            return (await reply.Content.ReadAsByteArrayAsync()).Length;
        }

        private string Cookies => string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

        private async Task<(int Status, string Html)> Send(HttpMethod method, string path, HttpContent? content)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = content;
            request.Headers.TryAddWithoutValidation("Cookie", Cookies);
            using var reply = await sluice.Http.SendAsync(request);
            foreach (var cookie in reply.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                cookies[cookie.Split('=')[0]] = cookie.Split(';')[0][(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..];
            return reply.Headers.Location is { } next
                ? (await Send(HttpMethod.Get, next.OriginalString, null)) with { Status = (int)reply.StatusCode }
                : ((int)reply.StatusCode, await reply.Content.ReadAsStringAsync());
        }
    }

    [GeneratedRegex("""<(?:input\b[^>]*\bname="[^>]*>|(?<select>select)\b[^>]*\bname="[^>]*>.*?</select>|(?<area>textarea)\b[^>]*\bname="[^>]*>(?<text>.*?)</textarea>)""", RegexOptions.Singleline)]
    private static partial Regex Control();

    [GeneratedRegex("<form[^>]* id=\"editor\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex("\\bname=\"([^\"]*)\"")]
    private static partial Regex NameOf();

    [GeneratedRegex("\\bvalue=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Chosen();

    [GeneratedRegex("id=\"editor\"[^>]* action=\"([^\"]*)\"")]
    private static partial Regex FormAction();
}
