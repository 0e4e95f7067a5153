namespace Sluice.Acceptance.Tests.Api;

/// <summary>The contract's roles, and the demo's accounts that have them.</summary>
internal static class Roles
{
    public static IReadOnlyList<string> Everyone { get; } =
    [
        "requester", "app-owner", "risk-reviewer", "change-manager", "cab-member", "release-manager", "implementer", "qa",
        "operations", "support", "production-control", "stakeholder", "auditor", "admin",
    ];

    public static IReadOnlyList<string> Creators { get; } =
        ["requester", "app-owner", "change-manager", "release-manager", "implementer"];

    public static IReadOnlyList<string> AllBut(params string[] roles) => [.. Everyone.Except(roles)];

    public static string AccountOf(string role) => role switch
    {
        "cab-member" => "cab-1",
        "implementer" => "implementer-1",
        _ => role,
    };
}
