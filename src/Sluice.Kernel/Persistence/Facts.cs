namespace Sluice.Kernel.Persistence;

/// <summary>
/// A row that is inserted and then stands: code and database both refuse to alter it, and to take anything away but what
/// <see cref="Redactable"/> says.
/// </summary>
public interface IWrittenOnce;

/// <summary>Something one module lets another know: an immutable row, written in the transaction that made it true.</summary>
public interface IFact : IWrittenOnce;

/// <summary>Applies a fact on this module's side, in the same transaction: one hop, and nothing to publish after a commit.</summary>
/// <remarks>
/// What it changes must be an act on a record of its own. Then that record's version moves, and a writer who read it before the
/// fact is outrun and asked again: no fact can slip in between somebody's check and their save.
/// </remarks>
public interface IReceive<in TFact> where TFact : IFact
{
    Task Receive(TFact fact, CancellationToken ct);
}
