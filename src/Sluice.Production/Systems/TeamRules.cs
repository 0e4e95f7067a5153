using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Production.Systems;

/// <summary>Everything that can be wrong with what a team says.</summary>
public sealed class TeamRules(FindPeople findPeople)
{
    internal async Task<IReadOnlyList<Reason>> Against(TeamDraft draft, CancellationToken ct)
    {
        var known = await findPeople.Handle([.. Keys.Possible(draft.Members).Select(member => new Account(member))], ct);
        return
        [
            .. Input.Text("/name", draft.Name, Input.LongestName, required: true),
            .. Input.List("/members", draft.Members, (at, member) => known.ContainsKey(new(member))
                ? [] : [Reason.Invalid("person.unknown", "There is no such person.", at)]),
        ];
    }
}
