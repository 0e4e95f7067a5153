using Sluice.Kernel.Http;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Production.Systems;

/// <param name="Members">Accounts.</param>
public sealed record TeamDraft(string? Key = null, string? Name = null, IReadOnlyList<string>? Members = null)
{
    /// <summary>With what it leaves out taken from what the team says already: a merge patch (RFC 7396).</summary>
    /// <param name="removed">Pointers of what it wants to be gone.</param>
    internal TeamDraft Over(Team team, IReadOnlySet<string> removed) => new(
        team.Key, Name ?? removed.Kept("/name", team.Name),
        Members ?? removed.Kept<IReadOnlyList<string>>("/members", [.. team.Members.Select(member => member.Name)]));
}

/// <summary>People who answer for something together.</summary>
internal sealed class Team : MasterRecord
{
    public const string Kind = "team";

    private Team()
    {
    }

    public IReadOnlyList<Account> Members { get; private set; } = [];
    public override string Chain => "team/" + Key;

    public static Team Add(TeamDraft draft, Actor admin, DateTimeOffset now)
    {
        var team = new Team { Key = draft.Key! };
        team.Take(draft, "team.added", admin, now);
        return team;
    }

    public void Edit(TeamDraft draft, Actor admin, DateTimeOffset now)
    {
        if (draft.Name != Name || !Accounts(draft).SequenceEqual(Members))
            Take(draft, "team.edited", admin, now);
    }

    private void Take(TeamDraft draft, string act, Actor admin, DateTimeOffset now)
    {
        (Name, Members) = (draft.Name!, Accounts(draft));
        Said(admin, act, now, new { Key, name = new FreeText(Name), Members });
    }

    private static List<Account> Accounts(TeamDraft draft) =>
        [.. (draft.Members ?? []).Distinct().Select(member => new Account(member))];
}
