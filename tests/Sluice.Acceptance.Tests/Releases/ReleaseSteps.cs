using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Releases;

/// <summary>Releases, taken as far through the channel as a test needs them. Each test makes its own.</summary>
internal static class ReleaseSteps
{
    extension(RunningSluice sluice)
    {
        /// <summary>A change that is approved and has been tested.</summary>
        public async Task<string> Deliverable(JsonObject? body = null)
        {
            var change = (await sluice.Drafted(body ?? sluice.ChangeBody())).Ref;
            await sluice.Act("requester", change, "submit");
            await sluice.Assess(change);
            await sluice.Tested(change);
            await sluice.Approve(change);
            return change;
        }

        public async Task Tested(string change) => (await (await sluice.As("qa")).Post(
            $"/changes/{change}/evidence",
            new { kind = "test-result", title = "Regression", url = "https://ci.example/1", sha256 = new string('c', 64) })).Is(201);

        public async Task<string> Planned(params string[] changes)
        {
            var manager = await sluice.As("release-manager");
            var release = (await manager.Post("/releases", new { title = "Tonight", goal = "The new limit in production" })).Is(201).Ref;
            foreach (var change in changes)
                (await manager.Post($"/releases/{release}/items", new { change })).Is(200);
            return release;
        }

        /// <summary>Planned, with a runbook, in an interval that has begun.</summary>
        public async Task<string> Scheduled(params string[] changes)
        {
            var release = await sluice.Planned(changes);
            await sluice.WriteRunbook(release, Runbook(changes));
            await sluice.Run(release, "schedule", new { from = sluice.Now.AddMinutes(-5), until = sluice.Now.AddHours(8), zone = "Europe/Zurich" });
            return release;
        }

        public async Task<string> Ready(params string[] changes)
        {
            var release = await sluice.Scheduled(changes);
            await sluice.Run(release, "decision", new { decision = "go", comment = "All set" });
            return release;
        }

        public async Task<string> Executing(params string[] changes)
        {
            var release = await sluice.Ready(changes);
            await sluice.Run(release, "start");
            return release;
        }

        public async Task<Reply> WriteRunbook(string release, JsonArray steps, string account = "release-manager")
        {
            var manager = await sluice.As(account);
            return (await manager.Put(
                $"/releases/{release}/runbook", new { steps }, (await sluice.Release(release)).ETag)).Is(200);
        }

        /// <summary>An act of the release manager's that has to succeed.</summary>
        public async Task<Reply> Run(string release, string act, object? body = null, string account = "release-manager") =>
            (await sluice.TryRun(release, act, body, account)).Is(200);

        public async Task<Reply> TryRun(string release, string act, object? body = null, string account = "release-manager") =>
            await (await sluice.As(account)).Post($"/releases/{release}/{act}", body);

        public Task<Reply> TryStep(
            string release, string key, string act, string account = "implementer-1", string notes = "As planned") =>
            sluice.TryRun(release, $"steps/{key}/{act}", new { notes }, account);

        /// <summary>Starts and completes each, in this order.</summary>
        public async Task Done(string release, params string[] keys)
        {
            foreach (var key in keys)
                foreach (var act in (string[])["start", "complete"])
                    (await sluice.TryStep(release, key, act)).Is(200);
        }

        public async Task<Reply> Release(string reference, string account = "auditor") =>
            (await (await sluice.As(account)).Get($"/releases/{reference}")).Is(200);

        public async Task<string> DeliveryOf(string change) => (await sluice.Show(change)).Text("deliveryStatus");

        public async Task<IReadOnlyList<string>> FailingChecks(string release) =>
        [
            .. (await (await sluice.As("auditor")).Get($"/releases/{release}/readiness")).Is(200)["checks"].AsArray()
                .Where(check => (string)check!["state"]! is "fail" or "pending").Select(check => (string)check!["code"]!),
        ];
    }

    /// <summary>Implement, verify and back out each change in a row, and tell somebody at the end: <c>i-CHG-1</c>, <c>v-CHG-1</c>, …</summary>
    public static JsonArray Runbook(params string[] changes)
    {
        var steps = new JsonArray();
        string? last = null;
        foreach (var change in changes)
        {
            steps.Add(Step($"i-{change}", "implement", change, last));
            steps.Add(Step($"v-{change}", "verify", change, $"i-{change}"));
            last = $"v-{change}";
        }
        steps.Add(Step("tell", "communicate", null, last));
        foreach (var change in changes)
        {
            var backOut = Step($"b-{change}", "back-out", change, null);
            backOut["backsOut"] = $"i-{change}";
            steps.Add(backOut);
        }
        return steps;
    }

    public static JsonObject Step(string key, string phase, string? change, string? after) => new()
    {
        ["key"] = key, ["title"] = $"Step {key}", ["phase"] = phase, ["change"] = change, ["team"] = "delivery", ["minutes"] = 10,
        ["dependsOn"] = after is null ? [] : new JsonArray(after),
    };
}
