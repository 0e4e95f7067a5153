using Sluice.Production.Systems;

namespace Sluice.Web.Demo;

/// <summary>What the demo's organisations have in production, and who answers for it.</summary>
/// <remarks>
/// payments-api, ledger-db and core-batch all have app-owner among their owners. Five people can sit in five owner seats
/// (nobody fills two): app-owner, operations, support, implementer-2 and qa.
/// </remarks>
internal static class DemoSystems
{
    private const string Zos = "z/OS production sysplex";
    private const string Web = "Web production";

    public static IReadOnlyList<TeamDraft> Teams { get; } =
    [
        new("payments", "Payments", ["app-owner", "operations"]),
        new("ledger", "General ledger", ["app-owner", "support"]),
        new("batch", "Core batch", ["app-owner", "production-control"]),
        new("scheduling", "Workload scheduling", ["operations"]),
        new("customer-desk", "Customer desk", ["support"]),
        new("channels", "Web and mobile channels", ["implementer-2"]),
        new("documents", "Statements and documents", ["qa"]),
        new("delivery", "Production delivery", ["implementer-1", "implementer-2"]),
        new("production-desk", "Production desk", ["operations", "production-control", "support"]),
    ];

    // What others depend on comes first.
    public static IReadOnlyList<SystemDraft> Systems { get; } =
    [
        new("ledger-db", "General ledger database (Db2)", "ledger", Criticality.Critical, Zos, []),
        new("core-batch", "Core banking night batch", "batch", Criticality.Critical, Zos, ["ledger-db"]),
        new("cics-accounts", "Account transactions (CICS)", "ledger", Criticality.Critical, Zos, ["ledger-db"]),
        new("workload-scheduler", "Workload scheduler", "scheduling", Criticality.High, Zos, []),
        new("payments-api", "Payments API", "payments", Criticality.Critical, "Container platform, production", ["ledger-db"]),
        new("statements", "Account statements", "documents", Criticality.Medium, Zos, ["core-batch"]),
        new("card-portal", "Card portal", "channels", Criticality.Medium, Web, ["payments-api"]),
        new("web-bank", "Web banking", "channels", Criticality.High, Web, ["payments-api", "cics-accounts"]),
        new("crm", "Customer desk", "customer-desk", Criticality.Medium, Web, ["cics-accounts"]),
    ];

    public static IReadOnlyList<CustomerDraft> Customers { get; } =
    [
        new("retail", "Retail banking", ["web-bank", "card-portal", "payments-api"]),
        new("corporate", "Corporate banking", ["payments-api", "core-batch"]),
        new("finance", "Group finance", ["ledger-db", "core-batch", "statements"]),
    ];

    public static IReadOnlyList<TeamDraft> OtherTeams { get; } = [new("claims", "Claims", ["other-requester"])];

    public static IReadOnlyList<SystemDraft> OtherSystems { get; } =
        [new("claims-web", "Claims portal", "claims", Criticality.High, Web, [])];
}
