using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>Keeps the rows by which a change is found in step with what it says.</summary>
internal static class ChangeIndex
{
    public static void Add(AppDb db, Change change)
    {
        db.AddRange(change.Content.Systems.Select(system => SystemRow(change, system)));
        db.AddRange(change.Content.Artefacts.Select(artefact => artefact.Sha256).Distinct().Select(sha => ArtefactRow(change, sha)));
        db.AddRange(Members(change.Content).Select(name => MemberRow(change, name)));
    }

    public static void Move(AppDb db, Change change, ChangeContent before)
    {
        var (systems, wereSystems) = (change.Content.Systems, before.Systems);
        db.AddRange(systems.Except(wereSystems).Select(system => SystemRow(change, system)));
        db.RemoveRange(wereSystems.Except(systems).Select(system => SystemRow(change, system)));

        var artefacts = change.Content.Artefacts.Select(artefact => artefact.Sha256).ToHashSet();
        var wereArtefacts = before.Artefacts.Select(artefact => artefact.Sha256).ToHashSet();
        db.AddRange(artefacts.Except(wereArtefacts).Select(sha => ArtefactRow(change, sha)));
        db.RemoveRange(wereArtefacts.Except(artefacts).Select(sha => ArtefactRow(change, sha)));

        var (members, wereMembers) = (Members(change.Content), Members(before));
        db.AddRange(members.Except(wereMembers).Select(name => MemberRow(change, name)));
        db.RemoveRange(wereMembers.Except(members).Select(name => MemberRow(change, name)));
    }

    private static HashSet<string> Members(ChangeContent content) =>
        [.. content.Artefacts.Select(artefact => ChangeOfMember.Fold(artefact.Name))];

    private static ChangeOfMember MemberRow(Change change, string nameFolded) =>
        new(change.TenantId, nameFolded, change.Number, change.Id);

    private static ChangeOfSystem SystemRow(Change change, string system) =>
        new ChangeOfSystem(change.TenantId, system, change.Id, change.Number);

    private static ChangeOfArtefact ArtefactRow(Change change, string sha256) =>
        new ChangeOfArtefact(change.TenantId, sha256, change.Id);
}
