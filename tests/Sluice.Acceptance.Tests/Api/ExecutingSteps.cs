using System.Collections.Concurrent;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Api;

/// <summary>Steps of executing releases, of a team that everybody is in; each is handed out once.</summary>
internal static class ExecutingSteps
{
    private const int InOneRelease = 50;
    private const string Team = "everybody";
    private static readonly ConcurrentDictionary<RunningSluice, Count> Counted = new();

    private sealed class Count
    {
        public int Given;
    }

    /// <returns><c>REL-1/steps/s-1</c>, in a status from which that act is possible.</returns>
    public static async Task<string> Next(RunningSluice sluice, string act)
    {
        var given = Interlocked.Increment(ref Counted.GetOrAdd(sluice, _ => new()).Given);
        var release = await sluice.Kept($"steps {given / InOneRelease}", Executing);
        var step = $"{release}/steps/s-{given % InOneRelease}";
        if (act is "complete" or "fail")
            (await (await sluice.As("implementer-1")).Post($"/releases/{step}/start")).Is(200);
        return step;
    }

    private static async Task<string> Executing(RunningSluice sluice)
    {
        await sluice.Kept(Team, AddTeam);
        var change = await sluice.Deliverable();
        var release = await sluice.Planned(change);
        var steps = ReleaseSteps.Runbook(change);
        foreach (var place in Enumerable.Range(0, InOneRelease))
        {
            var step = ReleaseSteps.Step($"s-{place}", "communicate", null, null);
            step["team"] = Team;
            steps.Add(step);
        }
        await sluice.WriteRunbook(release, steps);
        await sluice.Run(release, "schedule", new { from = sluice.Now.AddMinutes(-5), until = sluice.Now.AddHours(8), zone = "Europe/Zurich" });
        await sluice.Run(release, "decision", new { decision = "go", comment = "All set" });
        await sluice.Run(release, "start");
        return release;
    }

    private static async Task<string> AddTeam(RunningSluice sluice)
    {
        // By somebody else, as nobody adds themselves, and the admin is to be in it like everybody.
        const string second = "second-admin";
        (await (await sluice.As("admin")).Post(
            "/people", new { account = second, name = "Second admin", roles = (string[])["admin"] })).Is(201);
        var members = Roles.Everyone.Select(Roles.AccountOf);
        return (await (await sluice.As(second)).Post("/teams", new { key = Team, name = "Everybody", members })).Is(201).Ref;
    }
}
