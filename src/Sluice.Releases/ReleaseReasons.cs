using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Releases;

internal static class ReleaseReasons
{
    /// <summary>The same words for a reference that never was and for another tenant's: neither may be told apart.</summary>
    public static Reason Unknown { get; } = new(ReasonKind.Unknown, "release.unknown", "There is no such release.");

    public static Reason NotManager { get; } =
        Reason.Forbidden("release.not-manager", "Only a release manager plans and runs releases.");

    public static Reason Closed(Release release) =>
        Reason.Conflict("window.closed", $"It runs from {release.From:u} until {release.Until:u}.");

    public static Reason ItemEnded(ReleaseItem item, string? pointer = null) => Reason.Conflict(
        "item.ended",
        item.IsBackingOut ? $"{item.Change} is being backed out, or has been." : $"How {item.Change} ended has been reported.", pointer);

    public static Reason NotFrom(ReleaseStatus status) => Reason.Conflict(
        "release.not-in-status", $"Not possible while the release is in status {Wire.Words(status)}.");
}
