using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>Everything that can be wrong with what a system says.</summary>
public sealed class SystemRules(AppDb db)
{
    internal async Task<IReadOnlyList<Reason>> Against(SystemDraft draft, CancellationToken ct)
    {
        var hasTeam = Keys.IsPossible(draft.OwnerTeam) && await db.Teams.AnyAsync(team => team.Key == draft.OwnerTeam, ct);
        return
        [
            .. Input.Text("/name", draft.Name, Input.LongestName, required: true),
            .. hasTeam ? [] : (Reason[])[Reason.Invalid("team.unknown", "There is no such team.", "/ownerTeam")],
            .. draft.Criticality is null ? (Reason[])[Missing] : [],
            .. Input.Text("/environment", draft.Environment, Input.LongestName, required: true),
            .. draft.DependsOn is { Count: > 0 } ? Dependencies(draft, await SystemGraph.Of(db, ct)) : [],
        ];
    }

    private static Reason Missing { get; } =
        Reason.Invalid("criticality.missing", "Say how critical it is: low, medium, high or critical.", "/criticality");

    private static IEnumerable<Reason> Dependencies(SystemDraft draft, SystemGraph graph)
    {
        foreach (var reason in Input.List("/dependsOn", draft.DependsOn, (at, key) => graph.Knows(key) || key == draft.Key
                     ? [] : [Reason.Invalid("system.unknown", "There is no such system.", at)]))
            yield return reason;
        if (Keys.IsPossible(draft.Key)
            && graph.CycleBy(draft.Key!, [.. draft.DependsOn!.Where(key => key is not null)]) is { Count: > 0 } cycle)
            yield return Reason.Invalid(
                "system.dependency-cycle", $"Each depends on the next: {string.Join(" → ", cycle)}.", "/dependsOn");
    }
}
