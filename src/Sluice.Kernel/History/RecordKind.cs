using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.History;

/// <summary>A kind of record whose history can be read, proven, commented on and redacted; its module says how to find one.</summary>
/// <param name="Path">Below <c>/api/v1</c>: <c>/systems</c>.</param>
/// <param name="Chains">How the names of their chains begin. With a slash at its end the reference follows it.</param>
/// <param name="Unknown">The same words for a reference that never was and for another tenant's.</param>
/// <param name="Find">By reference, tracked; another tenant's is not found.</param>
/// <param name="Redactors">Whose two members it takes to redact.</param>
/// <param name="ForgetElsewhere">
/// Takes the texts of an entry out of what stands beside the record, such as what it has handed over; null when nothing does.
/// </param>
public sealed record RecordKind(
    string Path, string Chains, Reason Unknown, Func<AppDb, string, CancellationToken, Task<Record?>> Find, IReadOnlyList<Role> Redactors,
    Func<AppDb, Record, RedactedEntry, CancellationToken, Task>? ForgetElsewhere = null)
{
    /// <summary>What nobody can redact, nobody says anything about.</summary>
    public bool TakesComments => Redactors.Count > 0;

    private bool IsBeforeReference => Chains.EndsWith('/');

    public bool Holds(string chain) => chain.StartsWith(Chains, StringComparison.Ordinal);

    public string ChainOf(string reference) => IsBeforeReference ? Chains + reference : reference;

    public string ReferenceOf(string chain) => IsBeforeReference ? chain[Chains.Length..] : chain;
}

/// <param name="Texts">What the entry said.</param>
public sealed record RedactedEntry(long Sequence, IReadOnlySet<string> Texts);
