using System.Globalization;
using System.Text.RegularExpressions;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Pages;
using Sluice.Production.Calendar;

namespace Sluice.Acceptance.Tests.Production;

public sealed class CalendarTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Calendar_of_a_system_shows_what_touches_it_and_names_everything_that_cannot_all_go(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var control = await sluice.As("production-control");
        var below = await sluice.AddedSystem();
        var system = await sluice.AddedSystem(below);
        var window = await sluice.AddedWindow(Given.In(5), Given.In(6), [system], maxChanges: 1);
        var freeze = Given.Key("freeze");
        (await control.Post("/freezes", new
        {
            key = freeze, title = "Freeze", from = Given.In(5, 12), until = Given.In(8), zone = "UTC",
            systems = (string[])[system], reason = "Audit",
        })).Is(201);
        (await control.Post($"/windows/{window}/hold", new { reason = "Storage" })).Is(200);
        var (one, other, beneath, above) = (Given.Key("CHG"), Given.Key("CHG"), Given.Key("CHG"), Given.Key("CHG"));
        await sluice.Books(
            Given.Booking(one, Given.In(5), Given.In(5, 6), system) with { Window = window },
            Given.Booking(other, Given.In(5, 3), Given.In(5, 18), system) with { Window = window },
            Given.Booking(beneath, Given.In(5, 18), Given.In(5, 20), below),
            Given.Booking(above, Given.In(5, 19), Given.In(5, 21), system));

        var calendar = (await control.Get($"/calendar?system={system}")).Is(200);

        Assert.Equal([window], Keys(calendar, "windows", "key"));
        Assert.Equal([freeze], Keys(calendar, "freezes", "key"));
        Assert.Equal(3, calendar["bookings"].AsArray().Count);
        Assert.DoesNotContain(beneath, Keys(calendar, "bookings", "holder"));
        var conflicts = calendar["conflicts"].AsArray()
            .Select(conflict => (Code: conflict!["code"], Items: conflict["items"]!.AsArray().Select(item => (string)item!)))
            .Select(conflict => $"{conflict.Code}: {string.Join(' ', conflict.Items)}").ToList();
        Assert.Contains($"booking.overlap: {one} {other}", conflicts);
        Assert.Contains($"booking.dependency-overlap: {beneath} {above}", conflicts);
        Assert.Contains($"freeze.overlap: {other} {freeze}", conflicts);
        Assert.Contains($"window.over-capacity: {window} {one} {other}", conflicts);
        Assert.Contains($"window.held: {one} {window}", conflicts);
        Assert.Contains($"window.held: {other} {window}", conflicts);
        var overlap = calendar["conflicts"].AsArray().Single(conflict => (string)conflict!["code"]! == "booking.overlap")!;
        Assert.Equal(
            (Given.In(5, 3), Given.In(5, 6)),
            (Moment((string)overlap["from"]!), Moment((string)overlap["until"]!)), Within);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Page_of_a_window_names_its_own_conflicts_however_many_others_come_before_them(Store store)
    {
        var sluice = await RunningSluice.On(store, "many conflicts");
        var (mine, others) = (await sluice.AddedSystem(), await sluice.AddedSystem());
        var window = await sluice.AddedWindow(Given.In(40), Given.In(41), [mine]);
        var (one, beside, change) = (Given.Key("REL"), Given.Key("CHG"), Given.Key("CHG"));
        await sluice.Books(
        [
            .. Enumerable.Range(0, 50).Select(_ => Given.Booking(Given.Key("CHG"), Given.In(40, 1), Given.In(40, 9), others)),
            Given.Booking(one, Given.In(40, 2), Given.In(41), mine) with { Window = window, Covers = [change] },
            Given.Booking(change, Given.In(40, 2), Given.In(41), mine),
            Given.Booking(beside, Given.In(40, 20), Given.In(42), mine),
        ]);
        var typist = new Typist(sluice);
        await typist.SignIn("production-control");

        var page = await typist.Open($"/windows/{window}");

        var conflict = Assert.Single(Regex.Matches(page.Html, "(?s)<tr id=\"conflict-\\d+\" data-conflict=\"booking.overlap\">.*?</tr>"));
        Assert.Contains($"{one} and {beside} overlap", conflict.Value, StringComparison.Ordinal);
        var booked = Assert.Single(Regex.Matches(page.Html, "(?s)<tr data-booking=.*?</tr>"));
        Assert.Contains($"/changes/{change}", booked.Value, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Of_more_pairs_than_anybody_reads_the_first_thousand_are_named_and_that_there_are_more(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var system = await sluice.AddedSystem();
        var window = await sluice.AddedWindow(Given.In(5), Given.In(6), [system], maxChanges: 1);
        // Forty-six are 1,035 pairs; the last one begins when the others have begun.
        var holders = Enumerable.Range(0, 46).Select(_ => Given.Key("REL")).ToList();
        await sluice.Books([.. holders.Select((holder, place) =>
            Given.Booking(holder, Given.In(5).AddMinutes(place), Given.In(6), system) with { Window = window })]);

        var all = (await (await sluice.As("requester")).Get($"/calendar?system={system}")).Is(200);
        var codes = all["conflicts"].AsArray().CountBy(conflict => (string)conflict!["code"]!).ToDictionary();
        var few = (await (await sluice.As("requester")).Get(
            $"/calendar?system={system}&until={Given.In(5).AddMinutes(20):yyyy-MM-dd'T'HH:mm:ss'Z'}")).Is(200);

        Assert.Equal((1000, 1), (codes["booking.overlap"], codes["window.over-capacity"]));
        Assert.True((bool)all["hasMoreConflicts"]!);
        Assert.False((bool)few["hasMoreConflicts"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Calendar_in_brief_counts_what_the_calendar_names_and_says_when_it_stops_counting(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var control = await sluice.As("production-control");
        var (below, free) = (await sluice.AddedSystem(), await sluice.AddedSystem());
        var system = await sluice.AddedSystem(below);
        var held = await sluice.AddedWindow(Given.In(50), Given.In(51), [system], maxChanges: 1);
        var roomy = await sluice.AddedWindow(Given.In(50), Given.In(51), [free], maxChanges: 200);
        (await control.Post($"/windows/{held}/hold", new { reason = "Storage" })).Is(200);
        (await control.Post("/freezes", new
        {
            key = Given.Key("freeze"), title = "Freeze", from = Given.In(50, 12), until = Given.In(52), zone = "UTC",
            systems = (string[])[system], reason = "Audit",
        })).Is(201);
        var part = Given.Key("CHG");
        await sluice.Books(
            Given.Booking(Given.Key("CHG"), Given.In(50), Given.In(50, 6), system) with { Window = held },
            Given.Booking(Given.Key("REL"), Given.In(50, 3), Given.In(50, 18), system) with { Window = held, Covers = [part] },
            Given.Booking(part, Given.In(50, 3), Given.In(50, 18), system) with { Window = held },
            Given.Booking(Given.Key("CHG"), Given.In(50, 17), Given.In(50, 20), below),
            Given.Booking(Given.Key("CHG"), Given.In(50), Given.In(51), free) with { Window = roomy });

        var named = (await control.Get($"/calendar?from={Given.In(50):O}&until={Given.In(51):O}".Replace("+00:00", "Z", StringComparison.Ordinal))).Is(200);
        var brief = await Brief();

        Assert.Equal(6, brief.Conflicts); // An overlap, one by dependency, a freeze, two in a held window, and that one too full.
        Assert.Equal(named["conflicts"].AsArray().Count, brief.Conflicts);
        Assert.False(brief.HasMoreConflicts);
        Assert.Single(brief.Freezes);
        Assert.Equal((2, 6), Sum(held));
        Assert.Equal((1, 3), Sum(roomy));

        await sluice.Books([.. Enumerable.Range(0, 120).Select(_ =>
            Given.Booking(Given.Key("REL"), Given.In(50), Given.In(51), free) with { Window = roomy })]);
        brief = await Brief();

        Assert.True(brief.HasMoreConflicts);
        Assert.Equal((121, 363), Sum(roomy));

        Task<SumUpCalendar.Response> Brief() => sluice.Asks<SumUpCalendar, SumUpCalendar.Response>(
            calendar => calendar.Handle(Given.In(50), Given.In(51), default));

        (int, int) Sum(string window) => brief.Windows.Where(sum => sum.Window.Key == window).Select(sum => (sum.Changes, sum.RiskPoints)).Single();
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Calendar_of_what_lies_beneath_names_the_conflict_with_what_stands_on_it(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var below = await sluice.AddedSystem();
        var above = await sluice.AddedSystem(below);
        await sluice.Books(
            Given.Booking(Given.Key("CHG"), Given.In(5), Given.In(6), above),
            Given.Booking(Given.Key("CHG"), Given.In(5), Given.In(6), below));

        foreach (var system in (string[])[below, above])
            Assert.Equal(["booking.dependency-overlap"], Keys(
                (await (await sluice.As("requester")).Get($"/calendar?system={system}")).Is(200), "conflicts", "code"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Calendar_reaches_35_days_ahead_unless_asked_otherwise(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reader = await sluice.As("requester");
        var system = await sluice.AddedSystem();
        var (past, soon, later) = (Given.Key("CHG"), Given.Key("CHG"), Given.Key("CHG"));
        await sluice.Books(
            Given.Booking(past, Given.In(-3), Given.In(-2), system), Given.Booking(soon, Given.In(34), Given.In(34.5), system),
            Given.Booking(later, Given.In(36), Given.In(37), system));

        Assert.Equal([soon], await Holders(""));
        Assert.Equal([past, soon, later], await Holders($"&from={Text(-10)}&until={Text(90)}"));
        // [from, until): what ends when it begins, or begins when it ends, is outside.
        Assert.Empty(await Holders($"&from={Text(-2)}&until={Text(34)}"));

        async Task<List<string>> Holders(string interval) =>
            Keys((await reader.Get($"/calendar?system={system}{interval}")).Is(200), "bookings", "holder");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Calendar_that_cannot_be_shown_says_why(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reader = await sluice.As("requester");

        (await reader.Get($"/calendar?from={Text(2)}&until={Text(2)}")).IsRefused(422, "interval.empty");
        (await reader.Get($"/calendar?from={Text(0)}&until={Text(400)}")).IsRefused(422, "calendar.too-long");
        (await reader.Get("/calendar?system=no-system")).IsRefused(422, "system.unknown");
        (await reader.Get("/calendar?system=claims-web")).IsRefused(422, "system.unknown");
        (await reader.Get("/calendar?from=nonsense")).Is(400);
        (await reader.Get("/calendar?from=9999-12-31T23:59:59Z")).Is(200);
        (await new Caller(sluice.Http, null).Get("/calendar")).Is(401);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Another_organisations_plans_are_not_in_the_calendar(Store store)
    {
        var sluice = await RunningSluice.On(store);
        await sluice.Books(Given.Booking(Given.Key("CHG"), Given.In(5), Given.In(6), "crm"));

        var calendar = (await (await sluice.As("other-requester")).Get("/calendar")).Is(200);

        Assert.All((string[])["windows", "freezes", "bookings", "conflicts"], part => Assert.Empty(calendar[part].AsArray()));
    }

    private static readonly IEqualityComparer<(DateTimeOffset, DateTimeOffset)> Within =
        EqualityComparer<(DateTimeOffset From, DateTimeOffset Until)>.Create((one, other) =>
            (one.From - other.From).Duration() < TimeSpan.FromMilliseconds(1)
            && (one.Until - other.Until).Duration() < TimeSpan.FromMilliseconds(1));

    private static List<string> Keys(Reply reply, string part, string name) =>
        [.. reply[part].AsArray().Select(item => (string)item![name]!)];

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(double days) =>
        Given.In(days).ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}
