using Sluice.Handover;
using Sluice.Kernel.People;

namespace Sluice.Changes.Evidence;

/// <param name="Title">Null once redacted.</param>
/// <param name="Url">For a link.</param>
/// <param name="Size">Bytes, for a file; it is at <c>/api/v1/evidence/{sha256}</c>.</param>
public sealed record EvidenceShown(
    EvidenceKind Kind, string? Title, string? Url, string Sha256, long? Size, Account By, DateTimeOffset At)
{
    internal static EvidenceShown To(EvidenceItem item) =>
        new(item.Kind, item.Title, item.Url, item.Sha256, item.Size, item.By, item.At);
}
