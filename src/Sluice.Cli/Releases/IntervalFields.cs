using System.CommandLine;
using System.Text.Json.Nodes;

namespace Sluice.Cli.Releases;

/// <summary>A production window by its key, or an interval of one's own.</summary>
internal sealed class IntervalFields
{
    private readonly Option<string?> window = new("--window") { Description = "A production window.", HelpName = "KEY" };
    private readonly Option<string?> from = Fields.Moment("--from", "Its beginning, when it has an interval of its own.");
    private readonly Option<string?> until = Fields.Moment("--until", "Its end.");
    private readonly Option<string?> zone = new("--zone") { Description = "Its zone, such as Europe/Zurich.", HelpName = "ZONE" };

    public IEnumerable<Symbol> All => [window, from, until, zone];

    public IEnumerable<(string, JsonNode?)> Of(Session session) =>
    [
        ("window", session.Of(window)), ("from", session.Moment(from)), ("until", session.Moment(until)),
        ("zone", session.Of(zone)),
    ];
}
