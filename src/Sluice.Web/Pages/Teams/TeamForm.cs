using Sluice.Kernel.Http;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Teams;

/// <summary>What a team says, as a form.</summary>
/// <param name="FurtherMembers">Those that the form did not offer.</param>
/// <param name="Began">What an edit began with.</param>
public sealed record TeamForm(
    string? Key = null, string? Name = null, string[]? Members = null, string? FurtherMembers = null, string? Began = null)
{
    public static TeamForm Of(ShowTeam.Response team) =>
        new(team.Key, team.Name, [.. team.Members.Select(member => member.Name)], Began: Meanwhile.Write(DraftOf(team)));

    public string? Value(string name) => name switch
    {
        "key" => Key,
        "name" => Name,
        "furtherMembers" => FurtherMembers,
        _ => null,
    };

    public IReadOnlyCollection<string> Chosen => Members ?? [];

    public TeamDraft ToDraft() => new(Key?.Trim(), Name, [.. Chosen.Union(TypedNames.Of(FurtherMembers))]);

    /// <summary>Only what differs from what the form began with.</summary>
    public MergePatch<TeamDraft> ToPatch(TeamDraft began)
    {
        var members = ToDraft().Members!;
        // The boxes stand in the order of the list, and to tick none of them is no edit.
        return new(
            new(Name: Meanwhile.Altered(Name, began.Name), Members: members.ToHashSet().SetEquals(began.Members ?? []) ? null : members),
            new HashSet<string>());
    }

    public static TeamDraft DraftOf(ShowTeam.Response team) => new(team.Key, team.Name, [.. team.Members.Select(member => member.Name)]);

    /// <summary>Goes on from what it says now, with what was typed over what the form began with.</summary>
    public TeamForm Over(TeamDraft began, TeamDraft now)
    {
        var isSame = ToDraft().Members!.ToHashSet().SetEquals(began.Members ?? []);
        return this with
        {
            Name = Meanwhile.Kept(Name, began.Name, now.Name),
            Members = isSame ? [.. now.Members ?? []] : Members,
            FurtherMembers = isSame ? null : FurtherMembers,
            Began = Meanwhile.Write(now),
        };
    }

    public static IReadOnlyList<(string What, string Value)> Said(TeamDraft draft) =>
        [(EstateWords.Name, draft.Name ?? ""), (EstateWords.Members, string.Join(", ", draft.Members ?? []))];
}
