using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Api;

internal static class ReleaseEndpoints
{
    private const int Comment = 4_000;
    private const int Text = 20_000;
    private const int Name = 200;
    private const string Manager = "release-manager";
    private const string PackedChange = "packed change";
    private static readonly string[] Planners = [Manager];

    private static readonly TextField[] Texts = [new("/title", Name), new("/goal", Text)];
    private static readonly string[] IntervalNames = ["/window", "/from", "/until", "/zone"];

    private static readonly TextField Reason = new("/reason", Comment);

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("GET /releases", Roles.Everyone),
        new("POST /releases", Planners)
        {
            Account = Manager, Body = _ => Content, Texts = Texts, Names = IntervalNames, ReadAt = (_, reply) => $"/releases/{reply.Ref}",
        },
        Read("GET /releases/{reference}"),
        new("PATCH /releases/{reference}", Planners)
        {
            Account = Manager, Address = async sluice => $"/releases/{await sluice.Kept("edited release", Planned)}",
            Version = VersionOf, Body = _ => Content, Texts = Texts, Names = IntervalNames, ReadAt = (address, _) => address,
        },
        Act("items", Planned, []) with
        {
            Body = sluice => new() { ["change"] = Kept(sluice, "change to pack"), ["order"] = 1 }, Names = ["/change", "/dependsOn/0"],
        },
        new("DELETE /releases/{reference}/items/{change}", Planners)
        {
            Account = Manager, Version = VersionOf, Address = async sluice =>
            {
                var (release, change) = (await sluice.Kept("release to unpack", Planned), await sluice.Kept("unpacked change", Draft));
                await sluice.TryRun(release, "items", new { change }); // It may still be there.
                return $"/releases/{release}/items/{change}";
            },
        },
        new("PUT /releases/{reference}/items/order", Planners)
        {
            Account = Manager, Version = VersionOf,
            Address = async sluice => $"/releases/{await sluice.Kept("release in order", Planned)}/items/order",
            Body = _ => new() { ["changes"] = new JsonArray() }, Names = ["/changes/0"],
            ReadAt = (address, _) => address[..^"/items/order".Length],
        },
        new("PUT /releases/{reference}/runbook", Planners)
        {
            Account = Manager, Version = VersionOf,
            Address = async sluice => $"/releases/{await sluice.Kept("release with runbook", Planned)}/runbook",
            Body = _ => new() { ["steps"] = new JsonArray(ReleaseSteps.Step("a", "communicate", null, null)) },
            Texts = [new("/steps/0/title", Name)],
            Names =
            [
                "/steps/0/key", "/steps/0/phase", "/steps/0/change", "/steps/0/team", "/steps/0/owner", "/steps/0/dependsOn/0",
                "/steps/0/backsOut",
            ],
            ReadAt = (address, _) => address[..^"/runbook".Length],
        },
        Act("schedule", sluice => sluice.Kept("scheduled release", Planned), []) with
        {
            Body = Interval, Names = IntervalNames,
        },
        Read("GET /releases/{reference}/readiness"),
        Act("decision", Undecided, new() { ["decision"] = "go", ["comment"] = "C" }, new TextField("/comment", Comment)) with
        {
            Names = ["/decision"],
        },
        // What can be done but once to a release is asked of one that is still being planned, for whoever may to be told so.
        Act("start", OnceOnly, Because, Reason) with { ReadAt = null },
        Act("suspend", sluice => Moved(sluice, "resume"), Because, Reason),
        Act("resume", sluice => Moved(sluice, "suspend"), Because, Reason),
        Act("cancel", Planned, Because, Reason),
        StepAct("start"), StepAct("complete"), StepAct("fail"), StepAct("skip"),
        Act("back-out", OnceOnly, Because, Reason) with { Names = ["/change"], ReadAt = null },
        Act("validate", sluice => sluice.Kept("holding release", Holding), [], new TextField("/notes", Text)) with
        {
            May = ["qa", "operations", "app-owner"], Account = "qa", ReadAt = null, Names = ["/change"],
            Body = sluice => new() { ["change"] = Kept(sluice, PackedChange), ["passed"] = true, ["notes"] = "N" },
        },
        Act("close", OnceOnly, new() { ["outcome"] = "successful", ["notes"] = "N" }, new TextField("/notes", Text)) with
        {
            Names = ["/outcome"], ReadAt = null,
        },
        Read("GET /releases/{reference}/events") with { IsEndless = true },
        Read("GET /releases/{reference}/run"),
        Read("GET /releases/{reference}/comments"),
        Act("comments", sluice => sluice.Kept("commented release", Planned), new() { ["text"] = "Hello" }, new TextField("/text", Comment))
            with { May = Roles.AllBut("auditor"), Account = "support" },
        Read("GET /releases/{reference}/history"),
        Read("GET /releases/{reference}/proof"),
        Act("history/{sequence:long}/redact", Commented, Because, Reason) with
        {
            May = ["change-manager", "release-manager", "admin"], Account = "change-manager",
        },
    ];

    private static JsonObject Because => new() { ["reason"] = "Because" };

    private static JsonObject Content => new() { ["title"] = "T", ["goal"] = "G", ["zone"] = "Europe/Zurich" };

    private static JsonObject Interval(RunningSluice sluice) => new()
    {
        ["from"] = sluice.Now.AddMinutes(-5), ["until"] = sluice.Now.AddHours(8), ["zone"] = "Europe/Zurich",
    };

    private static Endpoint Read(string route) => new(route, Roles.Everyone)
    {
        Address = async sluice =>
            route[4..].Replace("{reference}", await sluice.Kept("read release", Planned), StringComparison.Ordinal),
    };

    private static Endpoint Act(string act, Func<RunningSluice, Task<string>> make, JsonObject body, params TextField[] texts)
    {
        var path = act.Replace("{sequence:long}", "2", StringComparison.Ordinal);
        return new($"POST /releases/{{reference}}/{act}", Planners)
        {
            Account = Manager, Address = async sluice => $"/releases/{await make(sluice)}/{path}",
            Body = _ => body.DeepClone().AsObject(), Texts = texts,
            ReadAt = (address, _) => $"/releases/{address.Split('/')[2]}/history?limit=1",
        };
    }

    /// <summary>
    /// Who may is a matter of the step's team, so these steps are of a team that everybody is in: what is left to tell people apart
    /// are the roles that do steps. They belong to no change, whose deciders would be refused besides.
    /// </summary>
    private static Endpoint StepAct(string act) => new(
        $"POST /releases/{{reference}}/steps/{{key}}/{act}",
        ["implementer", "qa", "operations", "support", "production-control", Manager])
    {
        Account = "implementer-1", Address = async sluice => $"/releases/{await ExecutingSteps.Next(sluice, act)}/{act}",
        Body = _ => new() { ["notes"] = "N" }, Texts = [new("/notes", Comment)], Names = ["/evidence/0"],
        ReadAt = (address, _) => $"/releases/{address.Split('/')[2]}/history?limit=20",
    };

    private static async Task<string> VersionOf(RunningSluice sluice, string address) =>
        (await (await sluice.As("auditor")).Get($"/releases/{address.Split('/')[2]}")).ETag;

    private static Task<string> Planned(RunningSluice sluice) => sluice.Planned();

    private static Task<string> OnceOnly(RunningSluice sluice) => sluice.Kept("release asked too early", Planned);

    private static async Task<string> Draft(RunningSluice sluice) => (await sluice.Drafted()).Ref;

    private static string Kept(RunningSluice sluice, string change) => sluice.Kept(change, Draft).GetAwaiter().GetResult();

    private static async Task<string> Holding(RunningSluice sluice) => await sluice.Planned(await sluice.Kept(PackedChange, Draft));

    /// <summary>Complete but for the go: scheduling it again has taken back one given before.</summary>
    private static async Task<string> Undecided(RunningSluice sluice)
    {
        var release = await sluice.Kept("release to decide on", async running => await running.Scheduled(await running.Deliverable()));
        await sluice.Run(release, "schedule", Interval(sluice));
        return release;
    }

    /// <summary>Executing or suspended; after the act it can be done again.</summary>
    private static async Task<string> Moved(RunningSluice sluice, string back)
    {
        var release = await sluice.Kept("release to suspend", async running => await running.Executing(await running.Deliverable()));
        await sluice.TryRun(release, back);
        return release;
    }

    private static async Task<string> Commented(RunningSluice sluice)
    {
        var release = await sluice.Planned();
        (await (await sluice.As("support")).Post($"/releases/{release}/comments", new { text = "Hello" })).Is(201);
        return release;
    }
}
