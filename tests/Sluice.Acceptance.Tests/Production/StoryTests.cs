using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Crash;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Pages;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;
using Sluice.Web.Demo.Story;
using Sluice.Web.Demo.Story.Chapters;

namespace Sluice.Acceptance.Tests.Production;

/// <summary>What whoever starts the demo finds under way.</summary>
public sealed class StoryTests(Chromium chromium) : Visitors(chromium)
{
    private static readonly string[] Core = ["payments-api", "ledger-db", "core-batch"];

    [Theory, ClassData(typeof(BothStores))]
    public async Task Story_that_was_cut_off_is_told_to_its_end_and_only_once(Store store)
    {
        var database = await TestDatabase.New(store);
        using (var killed = await HostProcess.Start(database, "told"))
        {
            var reader = await killed.As("auditor");
            await killed.Until(async () => (await reader.Get("/changes?status=closed")).Is(200)["items"].AsArray().Count > 0);
            await killed.Kill();
        }

        var sluice = await Told(database);
        await EveryActIsThereOnce(sluice);
        await EveryHistoryVerifies(sluice);
        var (tonight, withdrawn) = await EverythingIsAsPromised(await sluice.As("auditor"));
        await NothingIsInTheWay(sluice);
        await ClockworkLeavesItAsItIs(sluice);
        if (store is Store.Sqlite)
            await GuidePictures.Take((account, browser) => As(account, sluice, browser), tonight, withdrawn);

        var before = await Versions(sluice);
        await sluice.Stop();
        await using var again = await Told(database);
        Assert.Equal(before, await Versions(again));
    }

    private static async Task<RunningSluice> Told(TestDatabase database)
    {
        var sluice = await RunningSluice.Start(database, new SetClock(), "--story", "told");
        await sluice.Services.GetRequiredService<StoryTeller>().Told;
        return sluice;
    }

    /// <summary>Every act on a record raises its version.</summary>
    private static async Task<List<string>> Versions(RunningSluice sluice)
    {
        var reader = await sluice.As("auditor");
        var all = new List<string>();
        foreach (var kind in (string[])["changes", "releases", "teams", "systems", "customers", "windows", "freezes"])
            all.AddRange((await All(reader, "/" + kind)).Select(record => $"{record["ref"]} {record["version"]}"));
        return all;
    }

    /// <summary>None was refused, none was left out, and none was done twice.</summary>
    private static async Task EveryActIsThereOnce(RunningSluice sluice)
    {
        await using var scope = await sluice.ScopeOf("admin");
        var rows = await scope.ServiceProvider.GetRequiredService<AppDb>().Ledger.AsNoTracking()
            .Select(row => new { row.At, row.Record, row.Act, row.Actor, row.Sequence }).ToListAsync();
        var begun = StoryDays.BegunAt(rows.Single(row => row.Record == "team/cards" && row.Sequence == 1).At);
        var acts = Whole.Of(new StoryDays(begun)).InOrderOfTelling();

        var moments = rows.ToLookup(row => row.At);
        Assert.Empty(acts.Where(act => moments[act.At].All(row => row.Actor.Name != act.By)).Select(act => $"{act.By}, {act.At:u}"));
        Assert.Equal(acts.Count(act => act.Begins is not null), rows.Count(row => row.Act is "change.drafted" or "release.planned"));
        foreach (var same in rows.Where(row => row.Act is "step.started" or "change.decided" or "change.submitted").GroupBy(row => row.At))
            Assert.Single(same);
        Assert.InRange(acts.Count(act => act.Begins is not null), 75, 115);
    }

    private static async Task EveryHistoryVerifies(RunningSluice sluice)
    {
        var auditor = await sluice.As("auditor");
        var records = (await All(auditor, "/changes")).Concat(await All(auditor, "/releases")).ToList();
        Assert.NotEmpty(records);
        foreach (var record in records)
        {
            var reference = (string)record["ref"]!;
            var kind = reference.StartsWith("CHG", StringComparison.Ordinal) ? "changes" : "releases";
            using var proof = await auditor.Fetch($"/{kind}/{reference}/proof");
            Assert.Empty(Verification.Of(await proof.Content.ReadAsByteArrayAsync()).Faults);
        }
    }

    private static async Task<(string Tonight, string Withdrawn)> EverythingIsAsPromised(Caller reader)
    {
        var releases = await All(reader, "/releases");
        string[] ended = ["completed", "completed-with-exceptions", "backed-out", "failed", "cancelled"];
        Assert.All(ended, status => Assert.Contains(releases, release => (string)release["status"]! == status));
        var changes = await All(reader, "/changes");
        string[] standing =
        [
            "draft", "assess", "authorize", "information-requested", "deferred", "on-hold", "approved", "review", "closed",
            "rejected", "cancelled",
        ];
        Assert.All(standing, status => Assert.Contains(changes, change => (string)change["status"]! == status));
        Assert.Contains(changes, change => (string)change["deliveryStatus"]! == "delayed");
        Assert.Contains(changes, change => (string)change["kind"]! == "emergency" && (string)change["status"]! == "closed");

        var tonight = Assert.Single(releases, release => (string)release["status"]! == "executing");
        var steps = (await reader.Get($"/releases/{tonight["ref"]}")).Is(200)["steps"].AsArray();
        Assert.All(
            (string[])["done", "in-progress", "failed", "pending", "standby"],
            status => Assert.Contains(steps, step => (string)step!["status"]! == status));

        var withdrawn = Assert.Single(changes, change => (string)change["deliveryStatus"]! == "scheduled" && (int)change["revision"]! == 2);
        Assert.Equal("authorize", (string)withdrawn["status"]!);
        var readiness = (await reader.Get($"/releases/{withdrawn["release"]}/readiness")).Is(200)["checks"].AsArray();
        Assert.Contains(readiness, check => (string)check!["code"]! == "change.authorized" && (string)check["state"]! == "fail");

        var calendar = (await reader.Get("/calendar")).Is(200);
        Assert.Equal("booking.overlap", (string)Assert.Single(calendar["conflicts"].AsArray())!["code"]!);
        Assert.Single(calendar["freezes"].AsArray(), freeze => (string)freeze!["key"]! == "loan-audit" && (string)freeze["status"]! == "in-force");
        return ((string)tonight["ref"]!, (string)withdrawn["ref"]!);
    }

    private static async Task NothingIsInTheWay(RunningSluice sluice)
    {
        var until = Given.In(7).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var calendar = (await (await sluice.As("requester"))
            .Get($"/calendar?until={until}&{string.Join('&', Core.Select(system => "system=" + system))}")).Is(200);
        Assert.All((string[])["freezes", "bookings", "conflicts"], part => Assert.Empty(calendar[part].AsArray()));
        Assert.All(
            calendar["windows"].AsArray(),
            window => Assert.Equal((null, null), ((int?)window!["maxChanges"], (int?)window["maxRiskPoints"])));
        var theirs = await sluice.As("other-requester");
        Assert.All(await Task.WhenAll(All(theirs, "/changes"), All(theirs, "/releases")), Assert.Empty);
    }

    /// <summary>What time alone would bring about has been brought about: nothing of the past waits for the next beat.</summary>
    private static async Task ClockworkLeavesItAsItIs(RunningSluice sluice)
    {
        var before = await Versions(sluice);
        await sluice.Tick();
        Assert.Equal(before, await Versions(sluice));
    }

    private static async Task<List<JsonNode>> All(Caller caller, string path)
    {
        var all = new List<JsonNode>();
        for (var next = $"{path}?limit=200"; next is not null;)
        {
            var page = (await caller.Get(next)).Is(200);
            all.AddRange(page["items"].AsArray().Select(item => item!));
            next = (string?)page.Json["nextLink"];
        }
        return all;
    }
}
