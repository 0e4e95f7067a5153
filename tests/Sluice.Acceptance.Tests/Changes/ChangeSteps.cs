using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

/// <summary>Changes, taken as far through the gate as a test needs them. Each test makes its own.</summary>
internal static class ChangeSteps
{
    public const string PaymentsApi = "payments-api";
    public const string LedgerDb = "ledger-db";
    public const string CoreBatch = "core-batch";

    extension(RunningSluice sluice)
    {
        /// <summary>A body that is accepted: a window that has begun and lasts three days.</summary>
        public JsonObject ChangeBody(params string[] systems) => new()
        {
            ["title"] = "Raise the transfer limit",
            ["reason"] = "The regulator asks for it",
            ["kind"] = "normal",
            ["systems"] = new JsonArray([.. (systems.Length > 0 ? systems : [PaymentsApi]).Select(key => (JsonNode)key)]),
            ["artefacts"] = new JsonArray(Artefact("LIMITS", 'a')),
            ["implementationPlan"] = "Install the package",
            ["testPlan"] = "Run the regression suite",
            ["backoutPlan"] = "Install the package before",
            ["requestedWindow"] = new JsonObject { ["from"] = sluice.Now.AddHours(-1), ["until"] = sluice.Now.AddDays(3) },
        };

        public Task<Reply> Drafted(params string[] systems) => sluice.Drafted(sluice.ChangeBody(systems));

        public async Task<Reply> Drafted(JsonObject body, string requester = "requester") =>
            (await (await sluice.As(requester)).Post("/changes", body)).Is(201);

        public async Task<Reply> Submitted(params string[] systems) =>
            await sluice.Act("requester", (await sluice.Drafted(systems)).Ref, "submit");

        public async Task<Reply> Assessed(int likelihood = 2, int impact = 2, params string[] systems) =>
            await sluice.Assess((await sluice.Submitted(systems)).Ref, likelihood, impact);

        /// <summary>By a low risk, so that an owner and a change manager are enough.</summary>
        public async Task<Reply> Approved(params string[] systems)
        {
            var assessed = await sluice.Assessed(systems: systems);
            return await sluice.Approve(assessed.Ref);
        }

        public async Task<Reply> Approve(string reference)
        {
            await sluice.Decide("app-owner", reference, "approve");
            return (await sluice.Decide("change-manager", reference, "approve")).Is(200);
        }

        public Task<Reply> Assess(string reference, int likelihood = 2, int impact = 2) => sluice.Act(
            "risk-reviewer", reference, "assessment", new { likelihood, impact, reasons = "Small, and reversible in minutes" });

        /// <summary>On the revision that is there now.</summary>
        public async Task<Reply> Decide(
            string account, string reference, string decision, string comment = "Read and understood", DateTimeOffset? until = null)
        {
            var revision = (int)(await sluice.Show(reference))["revision"];
            return await (await sluice.As(account)).Post(
                $"/changes/{reference}/decisions", new { decision, comment, revision, until });
        }

        /// <summary>An act that has to succeed.</summary>
        public async Task<Reply> Act(string account, string reference, string act, object? body = null) =>
            (await sluice.Try(account, reference, act, body)).Is(200);

        public async Task<Reply> Try(string account, string reference, string act, object? body = null) =>
            await (await sluice.As(account)).Post($"/changes/{reference}/{act}", body);

        public async Task<Reply> Show(string reference, string account = "requester") =>
            (await (await sluice.As(account)).Get($"/changes/{reference}")).Is(200);

        /// <summary>What was done to it, oldest first.</summary>
        public async Task<IReadOnlyList<JsonNode>> History(string reference, string account = "auditor")
        {
            var entries = new List<JsonNode>();
            for (var next = $"/changes/{reference}/history?limit=200"; next is not null;)
            {
                var page = (await (await sluice.As(account)).Get(next)).Is(200);
                entries.AddRange(page["items"].AsArray()!);
                next = (string?)page.Json["nextLink"];
            }
            entries.Reverse();
            return entries;
        }

        public async Task<IReadOnlyList<string>> Acts(string reference) =>
            [.. (await sluice.History(reference)).Select(entry => (string)entry["act"]!)];
    }

    public static JsonObject Artefact(string name, char digit, string? author = null) => new()
    {
        ["kind"] = "cobol", ["name"] = name, ["location"] = "PROD.LOADLIB", ["sha256"] = new string(digit, 64), ["author"] = author,
    };
}
