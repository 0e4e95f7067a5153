using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Production;
using Sluice.Production.Calendar;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>The calendar's pages, as each of its people sees them.</summary>
public sealed class CalendarLookTests(Chromium chromium) : Visitors(chromium)
{
    private const string Full = "2062-11";

    [Fact]
    public async Task Every_page_is_accessible_narrow_and_light()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var (window, freeze) = await Fill(sluice);
        var control = await Looking("production-control", sluice, InZurich);
        await PageLook.At(control, "calendar-empty", "/calendar?month=2063-05");
        await PageLook.At(control, "calendar", "/calendar");
        await PageLook.At(control, "calendar-full", $"/calendar?month={Full}");
        await PageLook.At(control, "calendar-system", $"/calendar?month={Full}&system=crm");
        await PageLook.At(control, "calendar-list", $"/calendar?month={Full}&view=list");
        await PageLook.At(control, "calendar-day", $"/calendar?day={Full}-22");
        await PageLook.At(control, "calendar-refused", "/calendar?month=nonsense");
        await PageLook.At(control, "window-new", "/windows/new");
        await control.ClickAsync("button:has-text('Make window')");
        await PageLook.Here(control, "window-new-refused");
        await PageLook.At(control, "freeze-new", "/freezes/new");
        await PageLook.At(control, "window", $"/windows/{window}");
        await control.ClickAsync("summary:has-text('Release window')");
        await PageLook.Here(control, "window-acts-open");
        await PageLook.At(control, "freeze", $"/freezes/{freeze}");

        var requester = await Looking("requester", sluice, InZurich);
        await PageLook.At(requester, "calendar-empty-requester", "/calendar?month=2063-05");
        await PageLook.At(requester, "window-new-not-allowed", "/windows/new");
        await PageLook.At(requester, "window-requester", $"/windows/{window}");
        await PageLook.At(requester, "freeze-requester", $"/freezes/{freeze}");
    }

    private static void InZurich(BrowserNewContextOptions options) =>
        (options.TimezoneId, options.Locale) = ("Europe/Zurich", "en-GB");

    /// <summary>A busy month: a window each Tuesday and Sunday, two freezes, releases and changes, and what goes wrong between them.</summary>
    private static async Task<(string Window, string Freeze)> Fill(RunningSluice sluice)
    {
        var control = await sluice.As("production-control");
        foreach (var day in (int[])[5, 7, 12, 14, 19, 21, 26, 28])
            (await control.Post("/windows", new
            {
                key = $"web-{day}", title = day % 7 is 5 ? "Core weekend" : "Web", from = On(day, 19), until = On(day, 19).AddHours(6),
                zone = "Europe/Zurich", systems = (string[])["web-bank", "card-portal", "crm"], maxChanges = 6, maxRiskPoints = 20,
            })).Is(201);
        (await control.Post("/windows", new
        {
            key = "storage-night", title = "Sysplex, long night with the whole of operations on site", from = On(22, 21), until = On(23, 5),
            zone = "Europe/Zurich", systems = (string[])["ledger-db", "core-batch", "cics-accounts"], maxChanges = 3, maxRiskPoints = 12,
        })).Is(201);
        (await control.Post("/windows/storage-night/hold", new { reason = "Storage is being moved until Friday.\nAsk operations." })).Is(200);
        (await control.Post("/freezes", new
        {
            key = "sales-peak", title = "Sales peak", from = On(24, 23), until = On(29, 23), zone = "Europe/Zurich",
            systems = (string[])["web-bank", "card-portal"], reason = "Half of the year’s orders come in these days.",
        })).Is(201);
        (await control.Post("/freezes", new
        {
            key = "month-end", title = "Month-end close", from = On(27, 23), until = On(30, 23).AddDays(2), zone = "Europe/Zurich",
            systems = (string[])["ledger-db"], reason = "Books are closed.",
        })).Is(201);
        var heavy = Book("REL-27", "Account copybook CVACT01Y: add overdraft limit", 22, "storage-night", "ledger-db", "cics-accounts");
        await sluice.Books(
            Book("REL-24", "Card portal 8.4.2: show the overdraft limit", 7, "web-7", "card-portal"),
            Book("REL-25", "Customer desk: search by account", 12, "web-12", "crm") with { Changes = 6, RiskPoints = 20 },
            heavy with { Changes = 4, RiskPoints = 13, Covers = ["CHG-1045"] },
            Book("REL-28", "Ledger rates", 22, "storage-night", "ledger-db"),
            Book("CHG-1042", "INTCALC JCL: date from control card", 22, null, "core-batch"),
            Book("CHG-1043", "Statements in A4", 22, null, "statements"),
            Book("CHG-1044", "Portal sign-in: passkeys", 26, "web-26", "card-portal"),
            Book("CHG-1045", "Old certificate", 22, null, "ledger-db"));
        return ("storage-night", "sales-peak");
    }

    private static Booking Book(string holder, string title, int day, string? window, params string[] systems) =>
        new(holder, title, On(day, 21), On(day, 21).AddHours(3), systems, window, 1, 3, []);

    private static DateTimeOffset On(int day, int hour) => new(2062, 11, day, hour, 0, 0, TimeSpan.Zero);
}
