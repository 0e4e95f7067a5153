using Sluice.Handover;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Changes.Evidence;

/// <summary>A file or a link, with its digest, that supports a check or a decision.</summary>
/// <param name="Title">Null once redacted.</param>
/// <param name="Url">Where a link leads; null for a file kept here.</param>
/// <param name="Size">Bytes; null for a link.</param>
/// <param name="Sequence">Its entry in the change's history.</param>
internal sealed record EvidenceItem(
    EvidenceKind Kind, string? Title, string? Url, string Sha256, long? Size, Account By, DateTimeOffset At, long Sequence)
{
    public object Facts() => new
    {
        Kind, Sha256, Size,
        title = new FreeText(Title ?? ""),
        url = Url is null ? (FreeText?)null : new FreeText(Url),
    };
}
