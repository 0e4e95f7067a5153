using Sluice.Handover;
using Sluice.Kernel.People;

namespace Sluice.Releases;

/// <summary>One change in a release, with what the channel has to know of it at every step.</summary>
/// <param name="Change">The reference.</param>
/// <param name="Order">Where it comes; smaller first.</param>
/// <param name="DependsOn">Changes of this release that are implemented before it, as its release manager says.</param>
/// <param name="Needs">Changes that must be in production before it, as the change itself says.</param>
/// <param name="IsBackingOut">Its back-out has been ordered.</param>
/// <param name="Reported">The result that the gate has been told of last.</param>
internal sealed record ReleaseItem(
    ChangeId ChangeId, string Change, IReadOnlyList<string> Systems, Risk? Risk, int Order,
    IReadOnlyList<string> DependsOn, IReadOnlyList<string> Needs, DeliveryStatus Status, bool IsBackingOut = false, DateTimeOffset? StartedAt = null,
    DateTimeOffset? EndedAt = null, Account? ValidatedBy = null, ExecutionResult? Reported = null)
{
    /// <summary>Nothing more is put into production for it: how it ended has been reported, or it is being backed out.</summary>
    public bool HasEnded => IsBackingOut || Reported is not null;

    /// <summary>It has come to an end that can be reported.</summary>
    public ExecutionResult? Result => Status switch
    {
        DeliveryStatus.Validated => ExecutionResult.Validated,
        DeliveryStatus.BackedOut => ExecutionResult.BackedOut,
        DeliveryStatus.Failed => ExecutionResult.Failed,
        _ => null,
    };
}
