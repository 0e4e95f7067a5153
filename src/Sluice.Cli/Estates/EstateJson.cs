using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Mainframe;
using Sluice.Mainframe.Estate;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Cli.Estates;

/// <summary>What was found, for programs: the names are documented in the guide and stay.</summary>
internal static class EstateJson
{
    public static string Words<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Member by member, as they are read from the snapshot: an estate does not fit in memory.</summary>
    public static (string, IEnumerable<JsonNode?>)[] Of(EstateGraph graph, CancellationToken ct)
    {
        var snapshot = graph.Snapshot;
        return
        [
            ("estate", [new JsonObject { ["digest"] = snapshot.Digest(), ["members"] = snapshot.CountMembers().Sum(kind => kind.Members) }]),
            ("members", snapshot.Members.Until(ct).Select(entry => Member(snapshot, entry))),
            ("references", graph.References().Until(ct).Select(known => Reference(known))),
            ("hidden", Concatenation.Of(graph).Select(Hidden)),
            ("skipped", snapshot.Skipped().Select(entry =>
                new JsonObject { ["path"] = entry.Path, ["why"] = entry.Skipped })),
        ];
    }

    /// <summary>The same, but it ends when somebody has waited long enough.</summary>
    public static IEnumerable<T> Until<T>(this IEnumerable<T> items, CancellationToken ct)
    {
        foreach (var item in items)
        {
            ct.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    public static JsonArray References(IEnumerable<KnownReference> references) => new([.. references.Select(known => Reference(known))]);

    public static JsonArray References(IEnumerable<(int Distance, KnownReference Known)> steps) =>
        new([.. steps.Select(step => Reference(step.Known, step.Distance))]);

    public static JsonNode Reference(KnownReference known) => Reference(known, null);

    private static JsonObject Reference(KnownReference known, int? distance)
    {
        var reference = known.Reference;
        return Placed(
            reference.At, ("distance", distance), ("path", known.Member.Path), ("from", Thing(reference.From)), ("verb", Words(reference.Verb)),
            ("to", Thing(reference.To)), ("certainty", Words(reference.Certainty)), ("through", reference.Through),
            ("detail", reference.Detail), ("expanded", known.IsExpanded ? true : null), ("why", reference.Why),
            ("chain", reference.Chain.Count == 0 ? null : new JsonArray([.. reference.Chain.Select(link => Placed(
                link.At, ("path", link.Member ?? known.Member.Path), ("text", link.Text)))])),
            ("text", reference.Text));
    }

    public static JsonObject Thing(Thing thing) => new() { ["kind"] = Words(thing.Kind), ["name"] = thing.Name };

    private static JsonObject Member(Snapshot snapshot, SnapshotEntry member) => Fields.Body(
        ("path", member.Path), ("name", member.Name), ("kind", Words(member.Kind)), ("language", Words(member.Language)), ("form", member.Form),
        ("lines", member.Lines), ("sha256", Convert.ToHexStringLower(member.Sha256.Span)),
        ("defines", new JsonArray([.. snapshot.Defines(member).Select(definition => Placed(
            definition.At, ("kind", Words(definition.What.Kind)), ("name", definition.What.Name)))])),
        ("diagnostics", new JsonArray([.. snapshot.Diagnostics(member).Select(diagnostic => Placed(
            diagnostic.At, ("code", diagnostic.Code), ("words", diagnostic.Words)))])));

    private static JsonNode Hidden(Hidden hidden) => Fields.Body(
        ("kind", Words(hidden.What.Kind)), ("name", hidden.What.Name), ("first", hidden.First.Path),
        ("others", new JsonArray([.. hidden.Others.Select(other => (JsonNode?)other.Path)])));

    private static JsonObject Placed(Place at, params IEnumerable<(string, JsonNode?)> fields) =>
        Fields.Body([.. fields, ("line", at.Line), ("column", at.Column)]);
}
