using Sluice.Kernel.History;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Production.Systems;

/// <summary>A team, a system or a customer: what an admin keeps for everybody else to refer to.</summary>
internal abstract class MasterRecord : KeyedRecord
{
    internal const string Active = "active";

    public string Name { get; protected set; } = "";

    /// <summary>The entry that holds what is in force.</summary>
    public long ContentSequence { get; private set; }

    public static IEnumerable<Reason> Against(Actor actor, string kind)
    {
        if (!actor.Is(KernelRoles.Admin))
            yield return Reason.Forbidden($"{kind}.not-admin", $"Only an admin keeps {kind}s.");
    }

    public static Actions ActionsOf(Actor viewer, string kind) =>
        Actions.Of([("edit", Against(viewer, kind)), ("comments", AddComment.Against(viewer))]);

    protected void Said(Actor admin, string act, DateTimeOffset now, object content)
    {
        Acted(admin, act, now, content);
        ContentSequence = NextVersion;
    }

    protected override IEnumerable<Reason> AgainstRedacting(long sequence)
    {
        if (sequence == ContentSequence)
            yield return Reason.Conflict(
                "redaction.in-force", "This is what it says now. Edit it first; then the old text can be redacted.");
    }
}
