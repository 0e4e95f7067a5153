using System.Text.Json.Nodes;
using Sluice.Kernel.History;
using Sluice.Ledger;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>One ledger entry in words: of a system, a team, a customer, a window, a freeze or a person.</summary>
public static class EstateHistory
{
    private static (string Fact, string Word)[] Content =>
    [
        ("name", PartWords.Name), ("ownerTeam", PartWords.OwnerTeam), ("criticality", PartWords.Criticality), ("environment", PartWords.Environment),
        ("dependsOn", PartWords.DependsOn), ("members", PartWords.Members), ("systems", PartWords.Systems), ("authorsImplement", PartWords.AuthorsImplement),
        ("zone", PartWords.TimeZone),
    ];

    public static HistoryLine Of(ShowHistory.Item entry)
    {
        var facts = entry.Facts as JsonObject ?? [];
        var mark = new Mark(entry.Act == "commented" ? "info" : "ledger", "plain", "");
        var (before, after) = entry.Act == "person.roles-granted" ? (Listed(facts["roles"]?["before"]), Listed(facts["roles"]?["after"])) : default;
        return new(mark, DidOf(entry.Act, facts), before, after, [.. Said(entry.Act, facts)]) { Status = PartWords.Roles };
    }

    private static string DidOf(string act, JsonObject facts) => act switch
    {
        "system.added" => PartWords.AddedTheSystem,
        "team.added" => PartWords.AddedTheTeam,
        "customer.added" => PartWords.AddedTheCustomer,
        "system.edited" or "team.edited" or "customer.edited" or "organisation.edited" => PartWords.EditedWhatItSaysToThis,
        "person.added" => Sentence.Of(PartWords.AddedThemRoles, Listed(facts["roles"])),
        "person.roles-granted" => PartWords.GrantedRoles,
        "person.token-issued" => Sentence.Of(PartWords.MadeATokenFor, Listed(facts["scopes"])),
        "person.token-revoked" => PartWords.RevokedAToken,
        "person.password-changed" => PartWords.ChangedThePassword,
        "window.added" => PartWords.AddedTheWindow,
        "window.held" => PartWords.PutTheWindowOnHold,
        "window.released" => PartWords.OpenedTheWindowAgain,
        "freeze.placed" => PartWords.PlacedTheFreeze,
        "freeze.lifted" => PartWords.LiftedTheFreeze,
        "commented" => PartWords.Commented,
        "redaction.asked" => Sentence.Of(PartWords.AskedToRedactEntry, facts["redacts"]),
        Redaction.Act => Sentence.Of(PartWords.ConfirmedTheRedactionOfEntry, facts["redacts"]),
        _ => act,
    };

    private static IEnumerable<(string, string)> Said(string act, JsonObject facts)
    {
        if (act.EndsWith(".added", StringComparison.Ordinal) || act.EndsWith(".edited", StringComparison.Ordinal))
            return Content.Where(part => facts.ContainsKey(part.Fact)).Select(part => (part.Word, Shown(facts[part.Fact])));
        return act == "person.token-issued" ? [(HistoryLine.WordOf("name"), Shown(facts["name"]))] : HistoryLine.SaidIn(act, facts);
    }

    private static string Listed(JsonNode? list) =>
        list is JsonArray { Count: > 0 } items ? string.Join(", ", items.Select(item => item?.ToString())) : PartWords.NoneListed;

    private static string Shown(JsonNode? value) => value switch
    {
        JsonArray list => Listed(list),
        JsonObject => PartWords.Redacted,
        JsonValue text when text.TryGetValue<bool>(out var isSo) => isSo ? PartWords.Yes : PartWords.No,
        _ => value?.ToString() ?? "",
    };
}
