using Sluice.Kernel.People;

namespace Sluice.Web.Demo;

/// <summary>Who plays which part in the demo: accounts are named by role, so that everybody can tell what they are for.</summary>
public static class DemoPeople
{
    public sealed record Organisation(string Key, string Name, IReadOnlyList<AddPerson.Request> People);

    public const string Demo = "demo";
    public const string Other = "other";

    public static IReadOnlyList<Organisation> Organisations { get; } =
    [
        new(Demo, "Demo bank",
        [
            As("requester", "requester"), As("app-owner", "app-owner"), As("risk-reviewer", "risk-reviewer"),
            As("change-manager", "change-manager"), As("cab-1", "cab-member"), As("cab-2", "cab-member"),
            As("cab-3", "cab-member"), As("release-manager", "release-manager"), As("implementer-1", "implementer"),
            As("implementer-2", "implementer"), As("qa", "qa"), As("operations", "operations"), As("support", "support"),
            As("production-control", "production-control"), As("stakeholder", "stakeholder"), As("auditor", "auditor"),
            As("admin", "admin"),
        ]),
        new(Other, "Other insurer", [As("other-requester", "requester"), As("other-admin", "admin")]),
    ];

    public static IReadOnlyList<Role> RolesOf(string account) =>
        [.. Organisations.SelectMany(one => one.People).Single(person => person.Account == account).Roles.Select(role => new Role(role))];

    private static AddPerson.Request As(string account, string role) =>
        new(account, char.ToUpperInvariant(account[0]) + account[1..].Replace('-', ' '), [role]);
}
