using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sluice.Bench.Seeding;

/// <summary>Real changes and releases, made as people make them, one for each place where a change can stand.</summary>
/// <param name="system">That all of them are about.</param>
internal sealed class Originals(Desk desk, string tenant, string system, TimeProvider clock)
{
    private int made;

    /// <summary>The marks of a change and, if it is in one or goes with one, of its release.</summary>
    private Marks? marks;

    public static string Change(string title, string sha256, string system, DateTimeOffset now) => JsonSerializer.Serialize(new
    {
        title,
        reason = "The regulator asks for it, and the desk has waited for it since spring.",
        kind = "normal",
        systems = new[] { system },
        implementationPlan = "Install the package on both nodes, one after the other, and watch the queue until it is empty.",
        testPlan = "Run the regression suite, then the two cases that the desk has written down.",
        backoutPlan = "Install the package before, on both nodes, and replay what the queue holds.",
        requestedWindow = new { from = now.AddHours(-1), until = now.AddDays(30) },
        artefacts = new[] { new { kind = "package", name = "limits", location = "registry/limits:2", sha256 } },
    });

    public async Task<Marks> Draft()
    {
        var (title, sha256) = ($"Original {++made} for {system}", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{system} {made}"))));
        var body = JsonSerializer.Deserialize<JsonElement>(Change(title, sha256, system, clock.GetUtcNow()));
        var change = await desk.Post("requester", "/changes", body);
        return marks = new(tenant, NumberOf(change), null, title, sha256);
    }

    public async Task<Marks> Assess()
    {
        await Draft();
        await desk.Post("requester", $"{Address}/submit", new { });
        return marks!;
    }

    public async Task<Marks> Authorize()
    {
        await Assess();
        await desk.Post("risk-reviewer", $"{Address}/assessment", new { likelihood = 2, impact = 2, reasons = "Small, and reversible in minutes" });
        await desk.Post("qa", $"{Address}/evidence", new
        {
            kind = "test-result", title = "Regression", url = "https://ci.example/1", sha256 = new string('2', 64),
        });
        return marks!;
    }

    /// <summary>One seat is filled; the next approval is the last.</summary>
    public async Task<Marks> AlmostApproved()
    {
        await Authorize();
        await Decide("app-owner", "approve");
        return marks!;
    }

    public async Task<Marks> Approved()
    {
        await AlmostApproved();
        await Decide("change-manager", "approve");
        return marks!;
    }

    public async Task<Marks> ApprovedBesideRelease()
    {
        await Approved();
        return await Release();
    }

    public async Task<Marks> Planned()
    {
        await ApprovedBesideRelease();
        await desk.Post("release-manager", $"{ReleaseAddress}/items", new { change = $"CHG-{marks!.Change}" });
        return marks;
    }

    public async Task<Marks> Scheduled()
    {
        await Planned();
        await desk.Put("release-manager", $"{ReleaseAddress}/runbook", ReleaseAddress, Runbook($"CHG-{marks!.Change}"));
        var now = clock.GetUtcNow();
        await desk.Post("release-manager", $"{ReleaseAddress}/schedule", new { from = now.AddHours(-1), until = now.AddDays(20), zone = "Europe/Zurich" });
        return marks;
    }

    /// <summary>Its first step is in progress.</summary>
    public async Task<Marks> Executing()
    {
        await Scheduled();
        await desk.Post("release-manager", $"{ReleaseAddress}/decision", new { decision = "go", comment = "All set" });
        await desk.Post("release-manager", $"{ReleaseAddress}/start", new { });
        await Step("install", "start");
        return marks!;
    }

    public async Task<Marks> Closed()
    {
        await Executing();
        await Step("install", "complete");
        foreach (var step in (string[])["check", "tell"])
            foreach (var act in (string[])["start", "complete"])
                await Step(step, act);
        await desk.Post("qa", $"{ReleaseAddress}/validate", new { change = $"CHG-{marks!.Change}", passed = true, notes = "As expected" });
        await desk.Post("release-manager", $"{ReleaseAddress}/close", new { outcome = "successful", notes = "Quiet night" });
        await desk.Post("change-manager", $"{Address}/review", new { closeCode = "successful", notes = "Nothing to add" });
        return marks;
    }

    public async Task<Marks> Delayed()
    {
        await Scheduled();
        await desk.Post("release-manager", $"{ReleaseAddress}/cancel", new { reason = "The night is taken" });
        return marks!;
    }

    public async Task<Marks> Rejected()
    {
        await Authorize();
        await Decide("change-manager", "reject");
        return marks!;
    }

    public async Task<Marks> Cancelled()
    {
        await Assess();
        await desk.Post("requester", $"{Address}/cancel", new { reason = "Not needed any more" });
        return marks!;
    }

    private string Address => $"/changes/CHG-{marks!.Change}";

    private string ReleaseAddress => $"/releases/REL-{marks!.Release}";

    private Task<JsonElement> Decide(string account, string decision) =>
        desk.Post(account, $"{Address}/decisions", new { decision, comment = "Read it, and talked to the desk", revision = 1 });

    private Task<JsonElement> Step(string key, string act) => desk.Post("implementer-1", $"{ReleaseAddress}/steps/{key}/{act}", new { });

    private async Task<Marks> Release()
    {
        var release = await desk.Post("release-manager", "/releases", new { title = "Tonight", goal = "The new limit in production" });
        return marks = marks! with { Release = NumberOf(release) };
    }

    private static object Runbook(string change) => new
    {
        steps = (object[])
        [
            new { key = "install", title = "Install it", phase = "implement", change, team = "delivery", minutes = 10, dependsOn = Array.Empty<string>() },
            new { key = "check", title = "Check it", phase = "verify", change, team = "delivery", minutes = 10, dependsOn = (string[])["install"] },
            new { key = "tell", title = "Tell the desk", phase = "communicate", team = "delivery", minutes = 5, dependsOn = (string[])["check"] },
            new { key = "undo", title = "Install the one before", phase = "back-out", change, team = "delivery", minutes = 10, backsOut = "install", dependsOn = Array.Empty<string>() },
        ],
    };

    private static int NumberOf(JsonElement record) =>
        int.Parse(record.GetProperty("ref").GetString()!.Split('-')[1], CultureInfo.InvariantCulture);
}
