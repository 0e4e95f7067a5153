using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Mainframe;
using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary>What was found, for programs: the names are documented in the guide and stay.</summary>
internal static class EstateJson
{
    public static JsonObject Of(WholeEstate estate, IReadOnlyList<(string Path, string Why)> skipped) => new()
    {
        ["members"] = new JsonArray([.. estate.Members.Select(Member)]),
        ["references"] = References(estate.References),
        ["skipped"] = new JsonArray([.. skipped.Select(file => new JsonObject { ["path"] = file.Path, ["why"] = file.Why })]),
    };

    public static JsonArray References(IEnumerable<KnownReference> references) => new([.. references.Select(Reference)]);

    public static string Words<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static JsonObject Member(Member member) => Fields.Body(
        ("path", member.Path), ("name", member.Name), ("kind", Words(member.Reading.Kind)), ("language", Words(member.Reading.Language)), ("form", member.Reading.Form),
        ("lines", member.Reading.Lines),
        ("defines", new JsonArray([.. member.Reading.Defines.Select(definition => Placed(
            definition.At, ("kind", Words(definition.What.Kind)), ("name", definition.What.Name)))])),
        ("diagnostics", new JsonArray([.. member.Reading.Diagnostics.Select(diagnostic => Placed(
            diagnostic.At, ("code", diagnostic.Code), ("words", diagnostic.Words)))])));

    private static JsonNode Reference(KnownReference known)
    {
        var reference = known.Reference;
        return Placed(
            reference.At, ("path", known.Member.Path), ("from", Thing(reference.From)), ("verb", Words(reference.Verb)),
            ("to", Thing(reference.To)), ("certainty", Words(reference.Certainty)), ("through", reference.Through), ("why", reference.Why),
            ("chain", reference.Chain.Count == 0 ? null : new JsonArray([.. reference.Chain.Select(link => Placed(
                link.At, ("path", link.Member ?? known.Member.Path), ("text", link.Text)))])),
            ("text", reference.Text));
    }

    private static JsonObject Thing(Thing thing) => new() { ["kind"] = Words(thing.Kind), ["name"] = thing.Name };

    private static JsonObject Placed(Place at, params IEnumerable<(string, JsonNode?)> fields) =>
        Fields.Body([.. fields, ("line", at.Line), ("column", at.Column)]);
}
