using System.Text.Json.Nodes;

namespace Sluice.Acceptance.Tests.Crash;

/// <summary>What a change has to look like by its history alone.</summary>
internal sealed record FoldedChange(
    string Status, int Revision, string Digest, string Title, string? Risk, string Decisions, string Evidence, string Comments, long Version)
{
    private static readonly FoldedChange Nothing = new("", 0, "", "", null, "", "", "", 0);

    /// <param name="history">Oldest first.</param>
    public static FoldedChange Of(IEnumerable<JsonNode> history) => history.Aggregate(Nothing, (change, entry) => change.After(entry));

    public static FoldedChange Shown(JsonNode change, JsonNode comments) => new(
        (string)change["status"]!, (int)change["revision"]!, (string)change["digest"]!, (string)change["title"]!,
        (string?)change["risk"], Joined(change["decisions"]!, "decision"), Joined(change["evidence"]!, "sha256"),
        Joined(comments["items"]!, "text"), (long)change["version"]!);

    private FoldedChange After(JsonNode entry)
    {
        var facts = entry["facts"]!;
        Assert.Equal(Version + 1, (long)entry["sequence"]!);
        var next = this with { Version = Version + 1, Status = (string?)facts["status"]?["after"] ?? Status };
        var detail = facts["detail"];
        return (string)entry["act"]! switch
        {
            "change.drafted" => next.Saying(facts) with { Status = "draft" },
            "change.edited" => next.Saying(detail!),
            "change.assessed" => next with { Risk = (string?)detail!["assessment"]!["risk"], Digest = (string)detail["digest"]! },
            "change.decided" => next with { Decisions = $"{Decisions} {detail!["decision"]}" },
            "change.evidence-attached" => next with { Evidence = $"{Evidence} {facts["sha256"]}" },
            "commented" => next with { Comments = $"{Comments} {facts["text"]}" },
            _ => next,
        };
    }

    private FoldedChange Saying(JsonNode facts) => this with
    {
        Title = (string)facts["content"]!["title"]!,
        Revision = (int)facts["revision"]!,
        Digest = (string)facts["digest"]!,
    };

    private static string Joined(JsonNode items, string name) => string.Concat(items.AsArray().Select(item => $" {item![name]}"));
}
