namespace Sluice.Handover;

/// <summary>Which of the two sides speaks.</summary>
public enum Side { Gate, Channel }

/// <summary>Something one side has to say to the gate question.</summary>
/// <param name="Code">Stable: <c>change.not-authorized</c>, <c>window.closed</c>.</param>
public sealed record GateReason(Side Side, string Code, string Detail);

/// <summary>
/// "May this change run in production at this moment?" Each side looks at its own records and says everything against it; nobody
/// answers for the other, and nothing against it on either side is what "allow" means.
/// </summary>
public interface IAnswerGate
{
    Task<IReadOnlyList<GateReason>> Against(ChangeId change, DateTimeOffset at, CancellationToken ct);
}
