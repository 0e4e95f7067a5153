using System.Text.RegularExpressions;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Times typed into forms, by the clocks of whoever types them.</summary>
public sealed class TypedTimeTests
{
    private const string Zone = "sluice-zone";

    private static readonly string[] Moments = ["from", "until"];

    private static readonly string[] Texts =
    [
        "title", "reason", "customers", "dependsOn", "artefacts", "implementationPlan", "testPlan", "backoutPlan", "securityImpact",
    ];

    [Theory, ClassData(typeof(BothStores))]
    public async Task Window_of_a_change_is_typed_by_the_viewers_clocks_also_when_those_change_meanwhile(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Drafted("Typed in New York");
        var typist = new Typist(sluice);
        await typist.SignIn("requester");
        typist.Set(Zone, "America%2FNew_York");
        var form = await typist.Open($"/changes/{reference}/edit");
        Assert.Contains("by the clocks of America/New_York", form.Text, StringComparison.Ordinal);

        // Told to another zone while the form is open.
        typist.Set(Zone, "Asia%2FTokyo");
        await typist.Send(form, null, Saying(form, ("from", "2064-01-10T20:00"), ("until", "2064-01-11T02:00")));

        var saved = (await (await sluice.As("requester")).Get($"/changes/{reference}"))["requestedWindow"];
        Assert.Equal("2064-01-11T01:00:00+00:00", (string)saved["from"]!);
        Assert.Equal("2064-01-11T07:00:00+00:00", (string)saved["until"]!);
        var shown = await typist.Open($"/changes/{reference}/edit");
        Assert.Equal("2064-01-11T10:00", shown.Value("content-requestedWindow-from"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Hour_that_is_skipped_is_refused_and_one_that_is_shown_twice_is_asked_about(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Drafted("Over the change of the clocks");
        var typist = new Typist(sluice);
        await typist.SignIn("requester");
        typist.Set(Zone, "Europe%2FZurich");
        var form = await typist.Open($"/changes/{reference}/edit");

        // In Zurich the clocks go forward on 30 March 2064, and back on 26 October.
        var skipped = await typist.Send(form, null, Saying(form, ("from", "2064-03-30T02:30"), ("until", "2064-03-30T05:00")));
        Assert.Equal(422, skipped.Status);
        Assert.Contains("go forward from 02:00 to 03:00 on that day: 02:30 is never shown there. moment.skipped", skipped.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#content-requestedWindow-from\"", skipped.Html, StringComparison.Ordinal);
        Assert.Equal("2064-03-30T02:30", skipped.Value("content-requestedWindow-from"));

        var twice = await typist.Send(skipped, null, Saying(skipped, ("from", "2064-10-26T02:30"), ("until", "2064-10-26T05:00")));
        Assert.Contains("moment.twice", twice.Text, StringComparison.Ordinal);
        Assert.Contains("The second time, an hour or so later UTC+01:00", twice.Text, StringComparison.Ordinal);
        await typist.Send(twice, null, [.. Saying(twice), ("fromTurn", "second")]);
        var saved = (await (await sluice.As("requester")).Get($"/changes/{reference}"))["requestedWindow"];
        Assert.Equal("2064-10-26T01:30:00+00:00", (string)saved["from"]!);

        // Opened again, it is known which was meant; sent back as it is, nothing has changed.
        var again = await typist.Open($"/changes/{reference}/edit");
        Assert.Matches("name=\"fromTurn\" value=\"second\" checked", again.Html);
        var untouched = await typist.Send(again, null, [.. Saying(again), ("fromTurn", "second")]);
        Assert.Contains("Nothing differed", untouched.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Interval_of_a_release_is_typed_by_the_viewers_clocks_and_keeps_its_own_zone(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var typist = new Typist(sluice);
        await typist.SignIn("release-manager");
        typist.Set(Zone, "Asia%2FTokyo");

        var page = await typist.Send(
            await typist.Open("/releases/new"), null, ("title", "Planned in Tokyo"), ("from", "2064-01-10T22:00"),
            ("until", "2064-01-11T04:00"), ("zone", "Europe/Zurich"));

        var release = await sluice.Release(page.Address.Split('/')[^1]);
        Assert.Equal(("2064-01-10T13:00:00+00:00", "Europe/Zurich"), (release.Text("from"), release.Text("zone")));
        var edit = await typist.Open($"{page.Address}/edit");
        Assert.Equal("2064-01-10T22:00", edit.Value("plan-from"));

        // Somebody else's words meanwhile are kept, and so are these.
        (await (await sluice.As("release-manager")).Patch(page.Address, new { goal = "Said meanwhile" })).Is(200);
        var stale = await typist.Send(edit, null, ("title", "Named anew"), ("from", "2064-01-10T22:00"), ("until", "2064-01-11T04:00"), ("zone", "Europe/Zurich"));
        Assert.Contains("Goal: nothing → Said meanwhile", stale.Text, StringComparison.Ordinal);
        Assert.Equal(("Named anew", "Said meanwhile"), (stale.Value("plan-title"), stale.Value("plan-goal")));
        await typist.Send(stale, null, ("title", "Named anew"), ("goal", "Said meanwhile"), ("from", "2064-01-10T22:00"), ("until", "2064-01-11T04:00"), ("zone", "Europe/Zurich"));
        Assert.Equal("Named anew", (await sluice.Release(page.Address.Split('/')[^1])).Text("title"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Time_that_is_none_is_refused_together_with_all_else_that_is_wrong(Store store)
    {
        // In Zurich the clocks go forward on 30 March 2064: 02:30 is never shown there.
        const string Never = "2064-03-30T02:30";
        var sluice = await RunningSluice.On(store);
        var manager = new Typist(sluice);
        await manager.SignIn("release-manager");
        manager.Set(Zone, "Europe%2FZurich");

        var planned = await manager.Send(
            await manager.Open("/releases/new"), null, ("title", ""), ("from", Never), ("until", ""), ("zone", "Europe/Nowhere"));
        Tells(planned, "text.missing", "interval.incomplete", "moment.skipped", "zone.unknown");
        var release = await sluice.Planned();
        var edited = await manager.Send(
            await manager.Open($"/releases/{release}/edit"), null, ("title", ""), ("from", Never), ("until", "2064-03-30T05:00"));
        Tells(edited, "text.missing", "moment.skipped");
        var clocks = ("clocks", "Europe/Zurich");
        var scheduled = await manager.Send(
            await manager.Open($"/releases/{release}"), "Schedule", ("window", "no-such"), ("from", Never), ("until", Never), clocks);
        Tells(scheduled, "window.unknown", "interval.or-window", "moment.skipped");

        var change = await sluice.Assessed("With a time that is none");
        var owner = new Typist(sluice);
        await owner.SignIn("app-owner");
        owner.Set(Zone, "Europe%2FZurich");
        var page = await owner.Open($"/changes/{change}");
        Tells(await owner.Send(page, "Decide", ("decision", "defer"), ("revision", "1"), ("until", Never), clocks), "text.missing", "moment.skipped");
        Tells(await owner.Send(page, "Decide", ("decision", ""), ("revision", "1"), ("until", Never), clocks), "decision.missing", "moment.skipped");

        var requester = new Typist(sluice);
        await requester.SignIn("requester");
        requester.Set(Zone, "Europe%2FZurich");
        var form = await requester.Open($"/changes/{change}/edit");
        Tells(
            await requester.Send(form, null, [.. Saying(form, ("from", Never), ("title", ""))]), "text.missing", "moment.skipped");
        // So is a quote among the artefacts that never ends; the line after it is read as ever.
        var open = "\ncobol \"CVACT01Y PROD.LOADLIB\njcl NIGHTLY PROD.JCL 12";
        var unclosed = await requester.Send(form, null, [.. Saying(form, ("from", Never), ("artefacts", open))]);
        Tells(unclosed, "moment.skipped", "artefact.quote-open", "text.missing", "sha256.malformed");
        Assert.Contains("The quote that begins in line 2 never ends.", unclosed.Text, StringComparison.Ordinal);
        Assert.Contains("2, sha256: A SHA-256 is 64", unclosed.Text, StringComparison.Ordinal);
        Assert.Equal("With a time that is none", (await sluice.Show(change)).Text("title"));
    }

    /// <summary>Exactly these reasons: what could not be read is not called missing as well.</summary>
    private static void Tells(Sheet page, params string[] codes)
    {
        Assert.Equal(422, page.Status);
        var banner = Regex.Match(page.Html, "(?s)role=\"alert\".*?</ul>").Value;
        Assert.Equal(codes.Order(), Regex.Matches(banner, "data-code=\"([^\"]+)\"").Select(found => found.Groups[1].Value).Distinct().Order());
    }

    /// <summary>Everything the form says already, with some of it typed over.</summary>
    private static (string, string)[] Saying(Sheet form, params (string Name, string Value)[] typed) =>
    [
        .. Texts.Where(name => typed.All(field => field.Name != name)).Select(name => (name, form.Value("content-" + name) ?? "")),
        .. Moments.Where(name => typed.All(field => field.Name != name))
            .Select(name => (name, form.Value("content-requestedWindow-" + name) ?? "")),
        ("kind", "normal"), ("systems", "payments-api"), .. typed,
    ];
}
