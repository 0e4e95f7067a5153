using System.Net;
using System.Text.RegularExpressions;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Kernel;

public sealed partial class SignInTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Password_opens_and_five_wrong_ones_lock_for_a_minute(Store store)
    {
        var clock = new SetClock();
        await using var sluice = await RunningSluice.New(store, clock);
        var nobody = new Caller(sluice.Http, null);
        var password = await Added(sluice, "newcomer");
        Task<Reply> Try(string guess) => nobody.Post("/sign-in", new { account = "newcomer", password = guess });
        var token = (string)(await Try(password)).Is(200)["token"]!;
        Assert.Equal("newcomer", (string)(await new Caller(sluice.Http, token).Get("/me")).Is(200)["account"]!);

        for (var wrong = 0; wrong < 5; wrong++)
            (await Try("guess")).IsRefused(401, "sign-in.wrong");
        (await Try(password)).IsRefused(429, "sign-in.locked");
        clock.Advance(TimeSpan.FromSeconds(61));
        (await Try("guess")).IsRefused(401, "sign-in.wrong");
        (await Try(password)).IsRefused(429, "sign-in.locked");
        clock.Advance(TimeSpan.FromSeconds(61));
        (await Try(password)).IsRefused(429, "sign-in.locked");
        clock.Advance(TimeSpan.FromSeconds(61));
        (await Try(password)).Is(200);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Name_that_nobody_has_is_locked_just_alike(Store store)
    {
        await using var sluice = await RunningSluice.New(store, new SetClock());
        var nobody = new Caller(sluice.Http, null);
        Task<Reply> Try(string account) => nobody.Post("/sign-in", new { account, password = "guess" });

        for (var wrong = 0; wrong < 6; wrong++)
        {
            var (known, unknown) = (await Try("requester"), await Try("no-such-person"));
            Assert.Equal((known.Status, (string)known["detail"]!), (unknown.Status, (string)unknown["detail"]!));
            Assert.Equal(known.Codes, unknown.Codes);
            Assert.Equal(wrong < 5 ? 401 : 429, known.Status);
        }
    }

    [Fact]
    public async Task Many_guesses_from_one_address_are_too_many()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var nobody = new Caller(sluice.Http, null);
        for (var guess = 0; guess < 30; guess++)
            Assert.NotEqual("request.too-many", (await nobody.Post("/sign-in", new { account = $"name-{guess}", password = "guess" })).Codes[0]);

        (await nobody.Post("/sign-in", new { account = "name-30", password = "guess" })).IsRefused(429, "request.too-many");

        Assert.Equal(HttpStatusCode.OK, (await sluice.Http.GetAsync("/sign-in")).StatusCode);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Who_is_signed_in_may_sign_in_as_somebody_of_another_organisation(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var account = Samples.Unique("p");
        var password = await Added(sluice, account);
        var stranger = new Caller(sluice.Http, (await sluice.As("other-requester")).Token);

        (await stranger.Post("/sign-in", new { account, password })).Is(200);
        (await stranger.Post("/demo/token", new { account = "requester" })).Is(200);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Unusable_text_is_no_name(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var browser = new Browser(sluice.Http);

        foreach (var name in (string[])["\0", "a\0b", new string('x', 5000), ""])
            Assert.InRange(await browser.SignIn("Password", new() { ["account"] = name, ["password"] = "guess" }), 400, 401);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Cookies_are_secure_http_only_and_same_site(Store store)
    {
        var browser = new Browser((await RunningSluice.On(store)).Http);

        Assert.Equal(302, await browser.SignIn("Persona", new() { ["account"] = "requester" }));

        Assert.Equal(["sluice", "sluice-form"], browser.SetCookies.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(browser.SetCookies, cookie =>
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i); samesite=(lax|strict)", cookie);
        });
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Persona_of_another_organisation_is_chosen_while_signed_in(Store store)
    {
        var browser = new Browser((await RunningSluice.On(store)).Http);

        Assert.Equal(302, await browser.SignIn("Persona", new() { ["account"] = "requester" }));
        Assert.Equal(302, await browser.SignIn("Persona", new() { ["account"] = "other-requester" }));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Form_without_its_token_is_refused(Store store)
    {
        var sluice = await RunningSluice.On(store);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = "requester" });

        Assert.Equal(HttpStatusCode.BadRequest, (await sluice.Http.PostAsync("/sign-in?handler=Persona", form)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await sluice.Http.PostAsync("/sign-in?handler=Password", form)).StatusCode);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Api_does_not_look_at_the_cookie(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var browser = new Browser(sluice.Http);
        await browser.SignIn("Persona", new() { ["account"] = "requester" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.Add("Cookie", browser.Cookies);

        Assert.Equal(HttpStatusCode.Unauthorized, (await sluice.Http.SendAsync(request)).StatusCode);
    }

    private static async Task<string> Added(RunningSluice sluice, string account) =>
        (string)(await (await sluice.As("admin")).Post("/people", new { account, name = "New", roles = (string[])[] })).Is(201)["password"]!;

    /// <summary>Keeps cookies and fills in the form's token, and nothing more.</summary>
    private sealed partial class Browser(HttpClient http)
    {
        private readonly Dictionary<string, string> jar = [];

        public List<string> SetCookies { get; } = [];

        public string Cookies => string.Join("; ", jar.Select(cookie => $"{cookie.Key}={cookie.Value}"));

        public async Task<int> SignIn(string handler, Dictionary<string, string> fields)
        {
            var page = await Send(new(HttpMethod.Get, "/sign-in"));
            fields["__RequestVerificationToken"] = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
            return (int)(await Send(new(HttpMethod.Post, $"/sign-in?handler={handler}") { Content = new FormUrlEncodedContent(fields) })).StatusCode;
        }

        private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
        {
            if (jar.Count > 0)
                request.Headers.Add("Cookie", Cookies);
            var reply = await http.SendAsync(request);
            if (reply.Headers.TryGetValues("Set-Cookie", out var cookies))
                foreach (var cookie in cookies)
                {
                    SetCookies.Add(cookie);
                    var pair = cookie.Split(';')[0].Split('=', 2);
                    jar[pair[0]] = pair[1];
                }
            return reply;
        }

        [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
        private static partial Regex Token();
    }
}
