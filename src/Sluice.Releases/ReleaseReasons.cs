using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Releases;

internal static class ReleaseReasons
{
    /// <summary>The same words for a reference that never was and for another tenant's: neither may be told apart.</summary>
    public static Reason Unknown { get; } = new(ReasonKind.Unknown, "release.unknown", "There is no such release.");

    public static Reason NotManager { get; } =
        Reason.Forbidden("release.not-manager", "Only a release manager plans and runs releases.");

    public static Reason NotFrom(ReleaseStatus status) => Reason.Conflict(
        "release.not-in-status", $"Not possible while the release is in status {Wire.Words(status)}.");
}
