using Sluice.Kernel.People;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>Roles to choose from, each with what it is for.</summary>
public static class RoleChoices
{
    public static IReadOnlyList<Choice> Offer(this IEnumerable<RolesOf> known) =>
        [.. known.SelectMany(module => module.Roles).Select(role => role.Name).Distinct().Order(StringComparer.Ordinal)
            .Select(name => new Choice(name, name, HintOf(name)))];

    private static string? HintOf(string role) => role switch
    {
        "admin" => PartWords.KeepsThePeopleAndTheEstate,
        "app-owner" => PartWords.RequestsAndValidates,
        "auditor" => PartWords.ReadsEverythingWritesNothing,
        "cab-member" => PartWords.ApprovesChangesOfHighRisk,
        "change-manager" => PartWords.AssessesApprovesAndReviews,
        "implementer" => PartWords.DoesStepsRequestsChanges,
        "operations" => PartWords.DoesStepsAndValidates,
        "production-control" => PartWords.KeepsWindowsAndFreezesDoesSteps,
        "qa" => PartWords.DoesStepsAndValidates,
        "release-manager" => PartWords.PlansAndRunsReleases,
        "requester" => PartWords.RequestsChanges,
        "risk-reviewer" => PartWords.AssessesChanges,
        "stakeholder" => PartWords.FollowsAndComments,
        "support" => PartWords.DoesSteps,
        _ => null,
    };
}
