using System.CommandLine;
using System.Text.Json.Nodes;

namespace Sluice.Cli.Changes;

/// <summary>What a change says, from a JSON file, from options, or from both: an option wins over the file.</summary>
internal sealed class ContentFields
{
    private readonly Option<string?> file = new("--file")
    {
        Description = "JSON with the fields of the REST contract; - reads the input.",
        HelpName = "FILE",
    };

    private readonly Option<string?> title = Fields.Text("--title", "What it is, on one line.");
    private readonly Option<string?> reason = Fields.Text("--reason", "Why it is needed.");
    private readonly Option<string?> kind = Fields.Among("--kind", "Kind", "standard", "normal", "emergency", "latent");
    private readonly Option<string?> security =
        Fields.Among("--security-impact", "Impact on security", "none", "low", "medium", "high");

    private readonly Option<string[]> systems = Fields.Many("--system", "A system it touches.", "KEY");
    private readonly Option<string[]> customers = Fields.Many("--customer", "A customer it touches.", "KEY");
    private readonly Option<string[]> dependsOn =
        Fields.Many("--depends-on", "A change that has to be in production first.", "CHANGE");

    private readonly Option<string[]> artefacts =
        Fields.Many("--artefact", "What moves: kind=jcl,name=PAYROLL,location=PROD.JCL,sha256=…[,author=…].", "FIELDS");

    private readonly Option<string?> implementation = Fields.Text("--implementation-plan", "How it is done.");
    private readonly Option<string?> test = Fields.Text("--test-plan", "How it was and will be tested.");
    private readonly Option<string?> backout = Fields.Text("--backout-plan", "How it is undone.");
    private readonly Option<string?> from = Fields.Moment("--from", "Requested window: its beginning.");
    private readonly Option<string?> until = Fields.Moment("--until", "Requested window: its end.");

    public IEnumerable<Symbol> All =>
    [
        file, title, reason, kind, security, systems, customers, dependsOn, artefacts, implementation, test, backout, from, until,
    ];

    public JsonObject Of(Session session)
    {
        var body = session.Of(file) is { } path ? Written(path, session) : [];
        (string, JsonNode?)[] given =
        [
            ("title", session.Of(title)), ("reason", session.Of(reason)), ("kind", session.Of(kind)),
            ("securityImpact", session.Of(security)),
            ("systems", List(session, systems)), ("customers", List(session, customers)),
            ("dependsOn", List(session, dependsOn)), ("artefacts", Artefacts(session)),
            ("implementationPlan", session.Of(implementation)), ("testPlan", session.Of(test)),
            ("backoutPlan", session.Of(backout)),
        ];
        foreach (var (name, value) in given.Where(field => field.Item2 is not null))
            body[name] = value;
        foreach (var (name, value) in new[] { ("from", session.Moment(from)), ("until", session.Moment(until)) })
            if (value is not null)
                Window(body)[name] = value;
        return body;
    }

    private static JsonObject Written(string path, Session session) => Files.Json(path, session.Around.In) as JsonObject
        ?? throw new MisuseException($"{path} does not hold an object.");

    private static JsonObject Window(JsonObject body)
    {
        if (body["requestedWindow"] is not JsonObject)
            body["requestedWindow"] = new JsonObject();
        return body["requestedWindow"]!.AsObject();
    }

    private static JsonArray? List(Session session, Option<string[]> option) =>
        session.Of(option) is { Length: > 0 } values ? new([.. values.Select(value => JsonValue.Create(value))]) : null;

    private JsonArray? Artefacts(Session session) =>
        session.Of(artefacts) is { Length: > 0 } values ? new([.. values.Select(Artefact)]) : null;

    private static JsonObject Artefact(string fields)
    {
        var artefact = new JsonObject();
        foreach (var field in fields.Split(','))
        {
            if (field.Split('=', 2) is not [var name, var value] || artefact.ContainsKey(name))
                throw new MisuseException($"\"{fields}\": an artefact is kind=…,name=…,location=…,sha256=…[,author=…].");
            artefact[name] = value;
        }
        return artefact;
    }
}
