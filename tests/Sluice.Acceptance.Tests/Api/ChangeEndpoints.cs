using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Api;

internal static class ChangeEndpoints
{
    private const int Comment = 4_000;
    private const int Text = 20_000;
    private const int Name = 200;

    private static readonly TextField[] ContentTexts =
    [
        new("/title", Name), new("/reason", Text), new("/implementationPlan", Text), new("/testPlan", Text),
        new("/backoutPlan", Text), new("/artefacts/0/name", Name), new("/artefacts/0/location", Name),
        new("/artefacts/0/author", Name),
    ];

    private static readonly string[] ContentNames =
    [
        "/kind", "/systems/0", "/customers/0", "/securityImpact", "/dependsOn/0", "/artefacts/0/kind", "/artefacts/0/sha256",
        "/requestedWindow/from", "/requestedWindow/until",
    ];

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("GET /changes", Roles.Everyone),
        new("POST /changes", Roles.Creators)
        {
            Account = "requester", Body = Content, Texts = ContentTexts, Names = ContentNames,
            ReadAt = (_, reply) => $"/changes/{reply.Ref}",
        },
        Read("GET /changes/{reference}"),
        new("PATCH /changes/{reference}", ["requester"])
        {
            Account = "requester", Address = async sluice => $"/changes/{await sluice.Kept("edited", Draft)}",
            Version = async (sluice, address) => (await (await sluice.As("auditor")).Get(address)).ETag,
            Body = Content, Texts = ContentTexts, Names = ContentNames, ReadAt = (address, _) => address,
        },
        Read("GET /changes/{reference}/difference", "?from=1"),
        Act("submit", ["requester"], "requester", Draft, new() { ["answer"] = "Yes" }, new TextField("/answer", Text)),
        Act("assessment", ["risk-reviewer", "change-manager"], "risk-reviewer", Submitted,
            new() { ["likelihood"] = 2, ["impact"] = 2, ["reasons"] = "R", ["dependencies"] = "D", ["recovery"] = "C" },
            new TextField("/reasons", Text), new TextField("/dependencies", Text), new TextField("/recovery", Text)),
        // Besides the application's owner, somebody of operations is in the owner team of the system.
        Act("decisions", ["app-owner", "operations", "change-manager", "cab-member"], "change-manager", AssessedHigh,
            new() { ["decision"] = "approve", ["revision"] = 1, ["comment"] = "C", ["conditions"] = "D" },
            new TextField("/comment", Comment), new TextField("/conditions", Comment)) with { Names = ["/decision", "/until"] },
        Act("hold", ["change-manager"], "change-manager", Submitted, Because, new TextField("/reason", Comment)),
        Act("resume", ["change-manager"], "change-manager", Held, Because, new TextField("/reason", Comment)),
        Act("revise", ["requester"], "requester", Rejected, Because, new TextField("/reason", Comment)),
        Act("cancel", ["requester", "change-manager"], "requester", Draft, Because, new TextField("/reason", Comment)),
        Act("review", ["change-manager"], "change-manager", Submitted,
            new() { ["closeCode"] = "successful", ["notes"] = "N" },
            new TextField("/notes", Text)) with { Names = ["/closeCode", "/returnTo"], ReadAt = null },
        Read("GET /changes/{reference}/evidence"),
        Act("evidence", Roles.AllBut("auditor", "stakeholder"), "qa", Draft,
            new() { ["kind"] = "scan", ["title"] = "T", ["url"] = "https://x.example/", ["sha256"] = new string('a', 64) },
            new TextField("/title", Name)) with { Names = ["/kind", "/url", "/sha256"] },
        Read("GET /changes/{reference}/comments"),
        Act("comments", Roles.AllBut("auditor"), "support", sluice => sluice.Kept("commented", Draft),
            new() { ["text"] = "Hello" }, new TextField("/text", Comment)),
        Read("GET /changes/{reference}/history"),
        Read("GET /changes/{reference}/proof"),
        Act("history/{sequence:long}/redact", ["change-manager", "release-manager", "admin"], "change-manager", Commented,
            Because, new TextField("/reason", Comment)),
        new("GET /evidence/{sha256}", Roles.Everyone)
        {
            Address = async sluice =>
                $"/evidence/{(await sluice.Upload(await sluice.Kept("with evidence", Draft), new StringContent("Green"))).Text("sha256")}",
        },
        new("GET /gate", Roles.Everyone) { Address = async sluice => $"/gate?change={await sluice.Kept("asked about", Draft)}" },
        new("GET /systems/{key}/changes", Roles.Everyone)
        {
            Address = _ => Task.FromResult($"/systems/{ChangeSteps.PaymentsApi}/changes"),
        },
    ];

    private static JsonObject Because => new() { ["reason"] = "Because" };

    private static Endpoint Read(string route, string query = "") => new(route, Roles.Everyone)
    {
        Address = async sluice =>
            route[4..].Replace("{reference}", await sluice.Kept("read", Draft), StringComparison.Ordinal) + query,
    };

    private static Endpoint Act(
        string act, IReadOnlyList<string> may, string account, Func<RunningSluice, Task<string>> make, JsonObject body,
        params TextField[] texts)
    {
        var path = act.Replace("{sequence:long}", "2", StringComparison.Ordinal);
        return new($"POST /changes/{{reference}}/{act}", may)
        {
            Account = account,
            Address = async sluice => $"/changes/{await make(sluice)}/{path}",
            Body = _ => body.DeepClone().AsObject(),
            Texts = texts,
            ReadAt = (address, _) => $"/changes/{address.Split('/')[2]}/history?limit=1",
        };
    }

    private static JsonObject Content(RunningSluice sluice) => sluice.ChangeBody();

    private static async Task<string> Draft(RunningSluice sluice) => (await sluice.Drafted()).Ref;

    private static async Task<string> Submitted(RunningSluice sluice) => (await sluice.Submitted()).Ref;

    private static async Task<string> AssessedHigh(RunningSluice sluice) => (await sluice.Assessed(5, 5)).Ref;

    private static async Task<string> Held(RunningSluice sluice) =>
        (await sluice.Act("change-manager", (await sluice.Submitted()).Ref, "hold", Because)).Ref;

    private static async Task<string> Rejected(RunningSluice sluice) =>
        (await sluice.Decide("change-manager", (await sluice.Assessed()).Ref, "reject")).Is(200).Ref;

    private static async Task<string> Commented(RunningSluice sluice)
    {
        var change = (await sluice.Drafted()).Ref;
        (await (await sluice.As("support")).Post($"/changes/{change}/comments", new { text = "Hello" })).Is(201);
        return change;
    }
}
