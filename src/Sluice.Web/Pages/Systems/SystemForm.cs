using Sluice.Kernel.Http;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Systems;

/// <summary>What a system says, as a form.</summary>
/// <param name="FurtherDependsOn">Keys of systems that the form did not offer.</param>
/// <param name="Began">What an edit began with.</param>
public sealed record SystemForm(
    string? Key = null, string? Name = null, string? OwnerTeam = null, string? Criticality = null, string? Environment = null,
    string[]? DependsOn = null, string? FurtherDependsOn = null, bool AuthorsImplement = false, string? Began = null)
{
    public static SystemForm Of(ShowSystem.Response system) => new(
        system.Key, system.Name, system.OwnerTeam, Wire.Name(system.Criticality), system.Environment, [.. system.DependsOn],
        null, system.AuthorsImplement, Meanwhile.Write(DraftOf(system)));

    public string? Value(string name) => name switch
    {
        "key" => Key,
        "name" => Name,
        "ownerTeam" => OwnerTeam,
        "criticality" => Criticality,
        "environment" => Environment,
        "furtherDependsOn" => FurtherDependsOn,
        _ => null,
    };

    public IReadOnlyCollection<string> Chosen => DependsOn ?? [];

    public SystemDraft ToDraft() => new(
        Key?.Trim(), Name, OwnerTeam, Wire.Parse<Criticality>(Criticality), Environment,
        [.. Chosen.Union(TypedNames.Of(FurtherDependsOn))], AuthorsImplement);

    /// <summary>Only what differs from what the form began with.</summary>
    public MergePatch<SystemDraft> ToPatch(SystemDraft began)
    {
        var draft = ToDraft();
        return new(
            draft with
            {
                Key = null,
                Name = Meanwhile.Altered(Name, began.Name),
                OwnerTeam = OwnerTeam ?? "",
                Environment = Meanwhile.Altered(Environment, began.Environment),
                // The boxes stand in the order of the list, and to tick none of them is no edit.
                DependsOn = draft.DependsOn!.ToHashSet().SetEquals(began.DependsOn ?? []) ? null : draft.DependsOn,
            },
            draft.Criticality is null ? new HashSet<string> { "/criticality" } : []);
    }

    public static SystemDraft DraftOf(ShowSystem.Response system) => new(
        system.Key, system.Name, system.OwnerTeam, system.Criticality, system.Environment, system.DependsOn, system.AuthorsImplement);

    /// <summary>Goes on from what it says now, with what was typed over what the form began with.</summary>
    public SystemForm Over(SystemDraft began, SystemDraft now)
    {
        var isSame = ToDraft().DependsOn!.ToHashSet().SetEquals(began.DependsOn ?? []);
        return this with
        {
            Name = Meanwhile.Kept(Name, began.Name, now.Name),
            OwnerTeam = Meanwhile.Kept(OwnerTeam, began.OwnerTeam, now.OwnerTeam),
            Criticality = Meanwhile.Kept(Criticality, NameOf(began.Criticality), NameOf(now.Criticality)),
            Environment = Meanwhile.Kept(Environment, began.Environment, now.Environment),
            DependsOn = isSame ? [.. now.DependsOn ?? []] : DependsOn,
            FurtherDependsOn = isSame ? null : FurtherDependsOn,
            AuthorsImplement = AuthorsImplement == (began.AuthorsImplement is true) ? now.AuthorsImplement is true : AuthorsImplement,
            Began = Meanwhile.Write(now),
        };
    }

    public static IReadOnlyList<(string What, string Value)> Said(SystemDraft draft) =>
    [
        (EstateWords.Name, draft.Name ?? ""), (EstateWords.OwnerTeam, draft.OwnerTeam ?? ""),
        (EstateWords.Criticality, draft.Criticality is { } level ? Wire.Words(level) : ""), (EstateWords.Environment, draft.Environment ?? ""),
        (EstateWords.DependsOn, string.Join(", ", draft.DependsOn ?? [])), (EstateWords.AuthorsMayImplement, draft.AuthorsImplement is true ? EstateWords.Yes : EstateWords.No),
    ];

    private static string? NameOf(Criticality? level) => level is { } known ? Wire.Name(known) : null;
}
