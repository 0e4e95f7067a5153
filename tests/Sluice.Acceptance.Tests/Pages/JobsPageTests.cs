using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;
using Sluice.Web.Pages.Parts;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>What the six daily jobs cost, counted while they are done; the guide shows these very numbers.</summary>
public sealed class JobsPageTests(Chromium chromium) : Visitors(chromium)
{
    private const string Guide = "docs/guide/jobs.md";

    [Fact]
    public async Task Guide_says_what_the_daily_jobs_cost()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var raised = await Raise(await Hand("requester", sluice), sluice);
        var asked = await sluice.Assessed("To be decided");
        var decided = await Decide(await Hand("app-owner", sluice), asked);
        var answered = await Answer(sluice);
        var planned = await Plan(await Hand("release-manager", sluice), await sluice.Deliverable(), sluice);
        var change = await sluice.Deliverable();
        await sluice.Executing(change);
        var run = await Run(await Hand("implementer-1", sluice), $"i-{change}");
        var approved = await sluice.Approved("Approved by two");
        var found = await Find(await Hand("auditor", sluice), approved);

        WrittenTable.IsShownIn(
            Guide, "Job | Clicks | Keystrokes | of these in texts of one's own | Pages",
            [
                raised.Row("Raise a change and submit it"), decided.Row("Decide on a change"), answered.Row("Answer a question"),
                planned.Row("Plan a release of one change, four steps, to go"), run.Row("Run a step"),
                found.Row("Find who approved a change, and what"),
            ]);
    }

    private static async Task<CountedHand> Raise(CountedHand hand, RunningSluice sluice)
    {
        await hand.Click(hand.Page.GetByRole(AriaRole.Link, new() { Name = "New change" }).First);
        await hand.Type("#content-title", "Raise the transfer limit", isText: true);
        await hand.Type("#content-reason", "The regulator asks for it.", isText: true);
        await hand.Click(hand.Page.Locator("input[name=systems][value=payments-api]"));
        var from = sluice.Now.AddDays(1);
        await hand.Moment("#content-requestedWindow-from", Minute(from));
        await hand.Moment("#content-requestedWindow-until", Minute(from.AddHours(6)));
        await hand.Type("#content-implementationPlan", "Install the package.", isText: true);
        await hand.Type("#content-testPlan", "Run the regression suite.", isText: true);
        await hand.Type("#content-backoutPlan", "Install the package before.", isText: true);
        await hand.Press("Save draft");
        await hand.Press("Submit revision 1");
        await Expect(hand.Page.Locator("[data-gate]").First).ToHaveAttributeAsync("data-gate", "assess");
        return hand;
    }

    private static async Task<CountedHand> Decide(CountedHand hand, string change)
    {
        await hand.Follow($"Decide {change}");
        await hand.Click(hand.Page.Locator("input[name=decision][value=approve]"));
        await hand.Press("Record decision");
        await Expect(hand.Page.Locator(".rails-verdict")).ToContainTextAsync("change manager");
        return hand;
    }

    private async Task<CountedHand> Answer(RunningSluice sluice)
    {
        var change = await sluice.Submitted("To be asked about");
        (await (await sluice.As("risk-reviewer")).Post(
            $"/changes/{change}/decisions", new { decision = "request-information", comment = "How long?", revision = 1 })).Is(200);
        var hand = await Hand("requester", sluice);
        await hand.Follow($"Answer on {change}");
        await hand.Type("#submit-answer", "20 minutes.", isText: true);
        await hand.Press("Send answer");
        await Expect(hand.Page.Locator("[data-gate]").First).ToHaveAttributeAsync("data-gate", "assess");
        return hand;
    }

    private static async Task<CountedHand> Plan(CountedHand hand, string change, RunningSluice sluice)
    {
        await hand.Click(hand.Page.GetByRole(AriaRole.Link, new() { Name = "Releases", Exact = true }).First);
        await hand.Click(hand.Page.GetByRole(AriaRole.Link, new() { Name = "New release" }).First);
        await hand.Type("#plan-title", "Tonight", isText: true);
        await hand.Press("Plan release");
        await hand.Type("#item-change", change);
        await hand.Press("Add to release");
        await hand.Click(hand.Page.GetByRole(AriaRole.Link, new() { Name = "Edit runbook", Exact = true }));
        await hand.Click(hand.Page.Locator("summary:has-text('Paste or upload')"));
        await hand.Type("#pasted",
            "key,phase,change,team,minutes,dependsOn,backsOut,title\n"
            + $"do,implement,{change},delivery,20,,,Install it\nlook,verify,{change},delivery,10,do,,Look at it\n"
            + $"tell,communicate,,delivery,5,look,,Tell the desk\nundo,back-out,{change},delivery,15,,do,Put the old one back");
        await hand.Press("Read what is pasted");
        await hand.Press("Save runbook");
        await hand.Moment("#schedule-from", Minute(sluice.Now.AddMinutes(-5)));
        await hand.Moment("#schedule-until", Minute(sluice.Now.AddHours(8)));
        await hand.Press("Commit to this time");
        await hand.Press("Go");
        await Expect(hand.Page.Locator("[data-release]")).ToHaveAttributeAsync("data-release", "ready");
        return hand;
    }

    private static async Task<CountedHand> Run(CountedHand hand, string step)
    {
        await hand.Click(hand.Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^Step {step} of ") }).First);
        await hand.Press($"Start {step}");
        await hand.Press($"Complete {step}");
        return hand;
    }

    private static async Task<CountedHand> Find(CountedHand hand, string change)
    {
        await hand.Type("input[name=q]", change);
        await hand.Enter("input[name=q]");
        if (!hand.Page.Url.EndsWith(change, StringComparison.Ordinal))
            await hand.Follow(change);
        await Expect(hand.Page.Locator("main")).ToContainTextAsync("change-manager");
        return hand;
    }

    /// <summary>Signed in, on the overview, having counted nothing.</summary>
    private async Task<CountedHand> Hand(string account, RunningSluice sluice)
    {
        var page = await As(account, sluice);
        await page.GotoAsync("/");
        return new(page);
    }

    private static DateTimeOffset Minute(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>Somebody who works a page with a mouse and a keyboard, one field after the other.</summary>
    private sealed class CountedHand(IPage page)
    {
        private const int KeysOfMoment = 12; // Day, month, year, hour and minute: the browser jumps from one to the next.
        private int clicks, keys, texts, pages;

        public IPage Page => page;

        public async Task Click(ILocator target)
        {
            var before = page.Url;
            await target.ClickAsync();
            clicks++;
            pages += page.Url == before ? 0 : 1;
        }

        public Task Follow(string link) => Click(page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);

        public async Task Press(string button)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();
            (clicks, pages) = (clicks + 1, pages + 1);
        }

        /// <param name="isText">What anybody would have to write somewhere.</param>
        public async Task Type(string field, string text, bool isText = false)
        {
            await page.Locator(field).First.FillAsync(text);
            (clicks, keys, texts) = (clicks + 1, keys + text.Length, texts + (isText ? text.Length : 0));
        }

        public async Task Moment(string field, DateTimeOffset moment)
        {
            await page.FillAsync(field, Utc.Write(moment));
            (clicks, keys) = (clicks + 1, keys + KeysOfMoment);
        }

        public async Task Enter(string field)
        {
            await page.Locator(field).First.PressAsync("Enter");
            (keys, pages) = (keys + 1, pages + 1);
        }

        public string Row(string job) => $"{job} | {clicks} | {keys} | {texts} | {pages}";
    }
}
