using System.Text.Json.Nodes;
using Sluice.Kernel.History;
using Sluice.Ledger;

namespace Sluice.Web.Pages.Parts;

/// <summary>One ledger entry in words: of a system, a team, a customer, a window, a freeze or a person.</summary>
public static class EstateHistory
{
    private static readonly (string Fact, string Word)[] Content =
    [
        ("name", "Name"), ("ownerTeam", "Owner team"), ("criticality", "Criticality"), ("environment", "Environment"),
        ("dependsOn", "Depends on"), ("members", "Members"), ("systems", "Systems"), ("authorsImplement", "Authors implement"),
    ];

    public static HistoryLine Of(ShowHistory.Item entry)
    {
        var facts = entry.Facts as JsonObject ?? [];
        var mark = new Mark(entry.Act == "commented" ? "info" : "ledger", "plain", "");
        var (before, after) = entry.Act == "person.roles-granted" ? (Listed(facts["roles"]?["before"]), Listed(facts["roles"]?["after"])) : default;
        return new(mark, DidOf(entry.Act, facts), before, after, [.. Said(entry.Act, facts)]) { Status = "Roles" };
    }

    private static string DidOf(string act, JsonObject facts) => act switch
    {
        "system.added" => "added the system",
        "team.added" => "added the team",
        "customer.added" => "added the customer",
        "system.edited" or "team.edited" or "customer.edited" => "edited what it says, to this",
        "person.added" => $"added them; roles: {Listed(facts["roles"])}",
        "person.roles-granted" => "granted roles",
        "person.token-issued" => $"made a token for {Listed(facts["scopes"])}",
        "person.token-revoked" => "revoked a token",
        "person.password-changed" => "changed the password",
        "window.added" => "added the window",
        "window.held" => "put the window on hold",
        "window.released" => "opened the window again",
        "freeze.placed" => "placed the freeze",
        "freeze.lifted" => "lifted the freeze",
        "commented" => "commented",
        "redaction.asked" => $"asked to redact entry {facts["redacts"]}",
        Redaction.Act => $"confirmed the redaction of entry {facts["redacts"]}",
        _ => act,
    };

    private static IEnumerable<(string, string)> Said(string act, JsonObject facts)
    {
        if (act.EndsWith(".added", StringComparison.Ordinal) || act.EndsWith(".edited", StringComparison.Ordinal))
            return Content.Where(part => facts.ContainsKey(part.Fact)).Select(part => (part.Word, Shown(facts[part.Fact])));
        return act == "person.token-issued" ? [("name", Shown(facts["name"]))] : HistoryLine.SaidIn(act, facts);
    }

    private static string Listed(JsonNode? list) =>
        list is JsonArray { Count: > 0 } items ? string.Join(", ", items.Select(item => item?.ToString())) : "none";

    private static string Shown(JsonNode? value) => value switch
    {
        JsonArray list => Listed(list),
        JsonObject => "redacted",
        JsonValue text when text.TryGetValue<bool>(out var isSo) => isSo ? "yes" : "no",
        _ => value?.ToString() ?? "",
    };
}
