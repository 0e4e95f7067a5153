using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Production.Systems;

/// <summary>Everything that can be wrong with what a team says.</summary>
public sealed class TeamRules(FindPeople findPeople, Actor actor)
{
    /// <param name="before">Who belongs to it already.</param>
    internal async Task<IReadOnlyList<Reason>> Against(TeamDraft draft, IReadOnlyList<Account> before, CancellationToken ct)
    {
        var known = await findPeople.Handle([.. Keys.Possible(draft.Members).Select(member => new Account(member))], ct);
        return
        [
            .. Input.Text("/name", draft.Name, Input.LongestName, required: true),
            .. Input.List("/members", draft.Members, (at, member) => known.ContainsKey(new(member))
                ? [] : [Reason.Invalid("person.unknown", "There is no such person.", at)]),
            .. Self(draft, before),
        ];
    }

    // A member approves changes of the team's systems: like a role, that is nothing to give oneself.
    private IEnumerable<Reason> Self(TeamDraft draft, IReadOnlyList<Account> before)
    {
        if (draft.Members?.Contains(actor.Account.Name) is true && !before.Contains(actor.Account))
            yield return Reason.Forbidden("team.self", "Nobody adds themselves to a team.");
    }
}
