using System.Text;
using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Changes;

/// <summary>A redacted text is gone: from both histories, from every copy that was handed over, and from the database's files.</summary>
public sealed class RedactionReachTests
{
    // In small letters, as titles are folded to be searched.
    private const string Secret = "tr0ub4dor-and-3";
    private const string Told = $"The password is {Secret}";

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nothing_of_a_redacted_text_is_left_anywhere_in_the_database(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var change = await Talkative(sluice);
        var release = await Talkative(sluice, change);
        Assert.NotEmpty(await Places(sluice));

        (await (await sluice.As("requester")).Patch($"/changes/{change}", Harmless(sluice))).Is(200);
        await sluice.Assess(change);
        var manager = await sluice.As("release-manager");
        (await manager.Patch(
            $"/releases/{release}", new { title = "Tonight", goal = "Quiet" }, (await sluice.Release(release)).ETag)).Is(200);
        await sluice.WriteRunbook(release, ReleaseSteps.Runbook(change));
        foreach (var path in (string[])[$"/changes/{change}", $"/releases/{release}"])
            await RedactAll(sluice, path);

        Assert.Empty(await Places(sluice));
        Assert.Equal("Raise the transfer limit", (string)(await sluice.Release(release))["items"][0]!["title"]!);
        (await (await sluice.As("auditor")).Get($"/changes/{change}/proof")).Is(200);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_a_record_said_to_its_end_is_redacted_where_it_stands(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var change = await Talkative(sluice);
        var release = await Talkative(sluice, change);
        await RunToTheEnd(sluice, release, change);
        foreach (var path in (string[])[$"/changes/{change}", $"/releases/{release}"])
            await RedactAll(sluice, path);

        Assert.Empty(await Places(sluice));
        var shown = (await (await sluice.As("auditor")).Get($"/changes/{change}")).Is(200);
        Assert.Equal("[redacted]", shown.Text("title"));
        Assert.Equal("[redacted]", (string)shown["assessment"]!["reasons"]!);
        var ended = await sluice.Release(release);
        Assert.Equal(("[redacted]", "[redacted]"), (ended.Text("title"), (string)ended["items"][0]!["title"]!));
        var calendar = (await (await sluice.As("auditor")).Get($"/calendar?from={sluice.Now.AddDays(-1):yyyy-MM-ddTHH:mm:ssZ}")).Is(200);
        var booking = Assert.Single(calendar["bookings"].AsArray(), booking => (string)booking!["holder"]! == release);
        Assert.Equal("[redacted]", (string)booking!["title"]!);
        Assert.All(ended["steps"].AsArray(), step => Assert.Equal("[redacted]", (string)step!["title"]!));
        (await (await sluice.As("auditor")).Get($"/changes/{change}/proof")).Is(200);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_has_been_redacted_is_not_approved_again(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var (change, other) = (await sluice.Deliverable(), await sluice.Deliverable());
        var release = await sluice.Executing(change, other);
        await sluice.Done(release, $"i-{change}", $"v-{change}");
        await sluice.Run(release, "validate", new { change, passed = true, notes = "As expected" }, "qa");
        await sluice.Act("change-manager", change, "review", new { closeCode = "successful", notes = "Done" });
        foreach (var account in (string[])["change-manager", "admin"])
            await sluice.Act(account, change, "history/1/redact", new { reason = "A secret" });

        await sluice.Run(release, "back-out", new { reason = "It fails after all", change });
        await sluice.Done(release, $"b-{change}");

        Assert.Equal("review", (await sluice.Show(change)).Text("status"));
        (await sluice.Try("change-manager", change, "review", new { returnTo = "authorize", notes = "Again" }))
            .IsRefused(409, "change.redacted");
        await sluice.Act("change-manager", change, "review", new { closeCode = "backed-out", notes = "It came back" });
    }

    private static async Task RunToTheEnd(RunningSluice sluice, string release, string change)
    {
        await sluice.Run(release, "decision", new { decision = "go", comment = Told });
        await sluice.Run(release, "start");
        (await sluice.TryStep(release, $"i-{change}", "start", notes: Told)).Is(200);
        (await sluice.TryRun(release, "history/1/redact", new { reason = "Too early" })).IsRefused(409, "redaction.in-force");
        (await sluice.TryStep(release, $"i-{change}", "complete", notes: Told)).Is(200);
        await sluice.Done(release, $"v-{change}", "left-out-later", "tell");
        await sluice.Run(release, "validate", new { change, passed = true, notes = Told }, "qa");
        await sluice.Run(release, "close", new { outcome = "successful", notes = Told });
        (await sluice.Try("change-manager", change, "history/1/redact", new { reason = "Too early" }))
            .IsRefused(409, "redaction.in-force");
        await sluice.Act("change-manager", change, "review", new { closeCode = "successful", notes = Told });
    }

    private static async Task<string> Talkative(RunningSluice sluice)
    {
        var body = sluice.ChangeBody();
        foreach (var text in (string[])["title", "reason", "implementationPlan", "testPlan", "backoutPlan"])
            body[text] = Told;
        var change = (await sluice.Drafted(body)).Ref;
        (await (await sluice.As("support")).Post($"/changes/{change}/comments", new { text = Told })).Is(201);
        await sluice.Act("requester", change, "submit");
        await sluice.Act("risk-reviewer", change, "assessment", new { likelihood = 2, impact = 2, reasons = Told, recovery = Told });
        (await (await sluice.As("qa")).Post(
            $"/changes/{change}/evidence",
            new { kind = "test-result", title = Told, url = $"https://ci.example/?{Secret}", sha256 = new string('c', 64) })).Is(201);
        await sluice.Decide("change-manager", change, "request-information", Told);
        await sluice.Act("requester", change, "submit", new { answer = Told });
        foreach (var account in (string[])["app-owner", "change-manager"])
            (await (await sluice.As(account)).Post(
                $"/changes/{change}/decisions", new { decision = "approve", revision = 1, comment = Told, conditions = Told })).Is(200);
        return change;
    }

    private static async Task<string> Talkative(RunningSluice sluice, string change)
    {
        var manager = await sluice.As("release-manager");
        var release = (await manager.Post("/releases", new { title = Told, goal = Told })).Is(201).Ref;
        var shown = (await manager.Post($"/releases/{release}/items", new { change })).Is(200);
        Assert.Equal([Told, Told], shown["items"][0]!["conditions"]!.AsArray().Select(condition => (string)condition!));
        var steps = ReleaseSteps.Runbook(change);
        foreach (var step in steps)
            step!["title"] = Told;
        steps.Add(ReleaseSteps.Step("left-out-later", "prepare", null, null));
        steps[^1]!["title"] = Told;
        await sluice.WriteRunbook(release, steps);
        var interval = new { from = sluice.Now.AddMinutes(-5), until = sluice.Now.AddHours(8), zone = "UTC" };
        await sluice.Run(release, "schedule", interval);
        await sluice.Run(release, "decision", new { decision = "go", comment = Told });
        await sluice.Run(release, "decision", new { decision = "no-go", comment = Told });
        await sluice.Run(release, "schedule", interval);
        (await manager.Post($"/releases/{release}/comments", new { text = Told })).Is(201);
        return release;
    }

    private static JsonObject Harmless(RunningSluice sluice)
    {
        var body = sluice.ChangeBody();
        foreach (var member in (string[])["kind", "systems", "artefacts", "requestedWindow"])
            body.Remove(member);
        body["securityImpact"] = "low"; // which has to be assessed anew
        return body;
    }

    private static async Task RedactAll(RunningSluice sluice, string path)
    {
        var entries = (await (await sluice.As("auditor")).Get(path + "/history?limit=200")).Is(200)["items"].AsArray();
        foreach (var entry in entries.Where(entry => entry!.ToJsonString().Contains(Secret, StringComparison.Ordinal)))
            foreach (var account in (string[])["release-manager", "admin"])
                (await (await sluice.As(account)).Post(
                    $"{path}/history/{entry!["sequence"]}/redact", new { reason = "A secret" })).Is(200);
    }

    /// <summary>Where the secret stands: tables of PostgreSQL, whose vacuum sees to what is under them; files of SQLite, byte by byte.</summary>
    private static async Task<IReadOnlyList<string>> Places(RunningSluice sluice)
    {
        var database = sluice.Database;
        if (database.Connection is null)
            return [.. database.Folder.EnumerateFiles("sluice.db*").Where(Holds).Select(file => file.Name)];
        var tables = ((string)(await database.Run("select string_agg(tablename, ',') from pg_tables where schemaname = 'public'"))!).Split(',');
        foreach (var table in tables)
            await database.Run($"alter table \"{table}\" no force row level security");
        var rows = string.Join(
            " union all ", tables.Select(table => $"select '{table}' as place, row_of::text as said from \"{table}\" row_of"));
        var places = await database.Run($"select string_agg(distinct place, ',') from ({rows}) everything where said like '%{Secret}%'");
        return places is string found ? found.Split(',') : [];
    }

    private static bool Holds(FileInfo file)
    {
        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) >= 0;
    }
}
