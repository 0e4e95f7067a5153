using Sluice.Kernel.People;

namespace Sluice.Changes;

/// <summary>The roles this side of the house asks about; those of the channel are named once more, as it asks about them too.</summary>
internal static class ChangeRoles
{
    public static Role Requester { get; } = new("requester");
    public static Role AppOwner { get; } = new("app-owner");
    public static Role RiskReviewer { get; } = new("risk-reviewer");
    public static Role ChangeManager { get; } = new("change-manager");
    public static Role CabMember { get; } = new("cab-member");
    public static Role ReleaseManager { get; } = new("release-manager");
    public static Role Implementer { get; } = new("implementer");

    /// <summary>Create changes, and edit, submit, revise and cancel their own.</summary>
    public static IReadOnlyList<Role> Creators { get; } = [Requester, AppOwner, ChangeManager, ReleaseManager, Implementer];

    public static IReadOnlyList<Role> Own { get; } = [Requester, AppOwner, RiskReviewer, ChangeManager, CabMember];
}
