using System.Text.Json.Nodes;

namespace Sluice.Acceptance.Tests.Kernel;

/// <summary>Bodies that are accepted, for tests that are about something else.</summary>
internal static class Samples
{
    public static JsonObject Change(string title) => new()
    {
        ["title"] = title,
        ["reason"] = "A sample.",
        ["kind"] = "normal",
        ["systems"] = new JsonArray("payments-api"),
        ["artefacts"] = new JsonArray(),
        ["implementationPlan"] = "Install.",
        ["testPlan"] = "Look.",
        ["backoutPlan"] = "Reinstall the old one.",
        ["requestedWindow"] = new JsonObject { ["from"] = "2098-01-01T00:00:00Z", ["until"] = "2099-01-01T00:00:00Z" },
    };

    /// <summary>A name that no other test uses.</summary>
    public static string Unique(string start) => $"{start}-{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";
}
