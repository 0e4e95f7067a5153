using Sluice.Kernel.People;

namespace Sluice.Web.Pages.Parts;

/// <summary>Roles to choose from, each with what it is for.</summary>
public static class RoleChoices
{
    public static IReadOnlyList<Choice> Offer(this IEnumerable<RolesOf> known) =>
        [.. known.SelectMany(module => module.Roles).Select(role => role.Name).Distinct().Order(StringComparer.Ordinal)
            .Select(name => new Choice(name, name, HintOf(name)))];

    private static string? HintOf(string role) => role switch
    {
        "admin" => "Keeps people, teams, systems and customers.",
        "app-owner" => "Requests changes and validates. Approving a system's changes comes with its owner team, not with this role.",
        "auditor" => "Reads everything, writes nothing.",
        "cab-member" => "Approves changes of high risk.",
        "change-manager" => "Assesses, approves, holds, reviews and cancels changes.",
        "implementer" => "Does steps; requests changes.",
        "operations" => "Does steps and validates.",
        "production-control" => "Keeps windows and freezes; does steps.",
        "qa" => "Does steps and validates.",
        "release-manager" => "Plans, schedules, starts and closes releases.",
        "requester" => "Requests changes.",
        "risk-reviewer" => "Assesses changes.",
        "stakeholder" => "Follows and comments.",
        "support" => "Does steps.",
        _ => null,
    };
}
