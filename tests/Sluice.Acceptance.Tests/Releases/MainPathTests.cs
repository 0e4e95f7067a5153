using System.Text;
using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Ledger;

namespace Sluice.Acceptance.Tests.Releases;

public sealed class MainPathTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Approved_change_goes_to_production_and_is_reviewed_and_closed(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Scheduled(change);
        Assert.Equal("scheduled", await sluice.DeliveryOf(change));

        Assert.Equal("ready", (await sluice.Run(release, "decision", new { decision = "go", comment = "All set" })).Text("status"));
        Assert.Equal("ready", await sluice.DeliveryOf(change));
        Assert.Equal("executing", (await sluice.Run(release, "start")).Text("status"));
        await sluice.Done(release, $"i-{change}", $"v-{change}");
        Assert.Equal("implemented", await sluice.DeliveryOf(change));
        await sluice.Done(release, "tell");
        Assert.Equal("validating", (await sluice.Release(release)).Text("status"));

        await sluice.Run(release, "validate", new { change, passed = true, notes = "As expected" }, "qa");
        Assert.Equal(("review", "validated"), ((await sluice.Show(change)).Text("status"), await sluice.DeliveryOf(change)));
        var closed = await sluice.Run(release, "close", new { outcome = "successful", notes = "Quiet night" });
        Assert.Equal("completed", closed.Text("status"));

        var reviewed = await sluice.Act("change-manager", change, "review", new { closeCode = "successful", notes = "Nothing to add" });
        Assert.Equal("closed", reviewed.Text("status"));
        Assert.Empty(reviewed.Texts("flags"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Failed_item_is_backed_out_and_the_rest_completes_with_exceptions(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (good, bad) = (await sluice.Deliverable(), await sluice.Deliverable(sluice.ChangeBody(ChangeSteps.LedgerDb)));
        var release = await sluice.Executing(good, bad);
        await sluice.Done(release, $"i-{good}", $"v-{good}");

        (await sluice.TryStep(release, $"i-{bad}", "start")).Is(200);
        var failed = (await sluice.TryStep(release, $"i-{bad}", "fail")).Is(200);
        Assert.Equal(("executing", "failed"), (failed.Text("status"), await sluice.DeliveryOf(bad)));
        (await (await sluice.As("requester")).Patch($"/changes/{bad}", new { title = "Other" }, (await sluice.Show(bad)).ETag))
            .IsRefused(409, "change.executing");

        await sluice.Run(release, "back-out", new { reason = "It does not come up", change = bad });
        Assert.Equal(["ledger-db", "payments-api"], await BookedSystems(sluice, release));
        await sluice.Done(release, $"b-{bad}");
        Assert.Equal(["payments-api"], await BookedSystems(sluice, release)); // others may have the rest of the night
        Assert.Equal(("review", "backed-out"), ((await sluice.Show(bad)).Text("status"), await sluice.DeliveryOf(bad)));
        await sluice.Done(release, "tell"); // what was left out keeps nobody waiting

        await sluice.Run(release, "validate", new { change = good, passed = true, notes = "Fine" }, "qa");
        (await sluice.TryRun(release, "close", new { outcome = "successful", notes = "?" })).IsRefused(409, "close.not-successful");
        var closed = await sluice.Run(release, "close", new { outcome = "successful-with-issues", notes = "One came back" });
        Assert.Equal("completed-with-exceptions", closed.Text("status"));
        Assert.Empty((await sluice.Show(bad)).Texts("flags"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Everything_can_be_backed_out_last_first(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (first, second) = (await sluice.Deliverable(), await sluice.Deliverable());
        var release = await sluice.Executing(first, second);
        await sluice.Done(release, $"i-{first}", $"v-{first}", $"i-{second}");

        Assert.Equal("backing-out", (await sluice.Run(release, "back-out", new { reason = "Storage is full" })).Text("status"));
        (await sluice.TryStep(release, $"b-{first}", "start")).IsRefused(409, "step.turn");
        await sluice.Done(release, $"b-{second}", $"b-{first}");

        Assert.Equal("validating", (await sluice.Release(release)).Text("status"));
        Assert.Equal("backed-out", (await sluice.Run(release, "close", new { outcome = "backed-out", notes = "All back" })).Text("status"));
        foreach (var change in (string[])[first, second])
        {
            Assert.Equal(("review", "backed-out"), ((await sluice.Show(change)).Text("status"), await sluice.DeliveryOf(change)));
            Assert.Null(await Booking(sluice, change));
            var returned = await sluice.Act("change-manager", change, "review", new { returnTo = "authorize", notes = "Again next week" });
            Assert.Equal("authorize", returned.Text("status"));
            Assert.Null((await Booking(sluice, change))!["coveredBy"]); // it asks for an interval of its own again
        }
        var ended = (await sluice.Release(release))["endedAt"].GetValue<DateTimeOffset>();
        Assert.Equal(ended, (await Booking(sluice, release))!["until"]!.GetValue<DateTimeOffset>());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Gate_allows_while_the_change_is_being_carried_out_and_not_before_or_after(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        Assert.Equal(("deny", "release.none"), await Verdict(sluice, change));
        var release = await sluice.Ready(change);
        Assert.Equal(("deny", "release.not-executing"), await Verdict(sluice, change));
        await sluice.Run(release, "start");
        Assert.Equal(("deny", "step.not-started"), await Verdict(sluice, change));

        (await sluice.TryStep(release, $"i-{change}", "start")).Is(200);
        Assert.Equal(("allow", null), await Verdict(sluice, change));
        Assert.Equal(("would-allow", null), await Verdict(sluice, change, $"&at={sluice.Now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Equal("deny", (await Verdict(sluice, change, $"&at={sluice.Now.AddHours(9):yyyy-MM-ddTHH:mm:ssZ}")).Verdict);

        await sluice.Run(release, "suspend", new { reason = "Waiting for storage" });
        Assert.Equal(("deny", "release.not-executing"), await Verdict(sluice, change));
        await sluice.Run(release, "resume");
        (await sluice.TryStep(release, $"i-{change}", "complete")).Is(200);
        await sluice.Done(release, $"v-{change}", "tell");
        Assert.Equal("deny", (await Verdict(sluice, change)).Verdict);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Proof_of_a_release_verifies_and_holds_every_act(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Executing(change);
        await sluice.Done(release, $"i-{change}");

        var proof = (await (await sluice.As("auditor")).Get($"/releases/{release}/proof")).Is(200);
        var acts = (await (await sluice.As("auditor")).Get($"/releases/{release}/history")).Is(200)["items"].AsArray()
            .Select(entry => (string)entry!["act"]!).Reverse();

        Assert.Empty(Verification.Of(Encoding.UTF8.GetBytes(proof.Body)).Faults);
        Assert.Equal(
            [
                "release.planned", "release.item-added", "release.runbook-written", "release.scheduled", "release.go", "release.started",
                "step.started", "step.completed",
            ],
            acts);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Whoever_watches_a_release_is_told_that_it_has_moved(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Planned();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/releases/{release}/events");
        request.Headers.Authorization = new("Bearer", (await sluice.As("stakeholder")).Token);
        using var response = await sluice.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Contains("planning", await Data(lines), StringComparison.Ordinal);

        await sluice.Run(release, "cancel", new { reason = "Not needed" });

        Assert.Contains("cancelled", await Data(lines), StringComparison.Ordinal);
    }

    private static async Task<string> Data(StreamReader lines)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await lines.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal))
                return line;
        throw new EndOfStreamException("The stream ended.");
    }

    private static async Task<(string Verdict, string? Code)> Verdict(RunningSluice sluice, string change, string at = "")
    {
        var answer = (await (await sluice.As("operations")).Get($"/gate?change={change}{at}")).Is(200);
        return (answer.Text("verdict"), answer.Codes is [var code, ..] ? code : null);
    }

    private static async Task<IEnumerable<string>> BookedSystems(RunningSluice sluice, string holder) =>
        (await Booking(sluice, holder))!["systems"]!.AsArray().Select(system => (string)system!);

    private static async Task<JsonNode?> Booking(RunningSluice sluice, string holder)
    {
        var (from, until) = (sluice.Now.AddDays(-1), sluice.Now.AddDays(90));
        var calendar = await (await sluice.As("auditor")).Get($"/calendar?from={from:yyyy-MM-ddTHH:mm:ssZ}&until={until:yyyy-MM-ddTHH:mm:ssZ}");
        return calendar.Is(200)["bookings"].AsArray().FirstOrDefault(booking => (string)booking!["holder"]! == holder);
    }
}
