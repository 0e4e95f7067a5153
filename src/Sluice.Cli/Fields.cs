using System.CommandLine;
using System.Text.Json.Nodes;

namespace Sluice.Cli;

/// <summary>Arguments and options that several commands have, always called the same.</summary>
internal static class Fields
{
    public static Argument<string> Change() => new("CHANGE") { Description = "Such as CHG-1042." };

    public static Argument<string> Release() => new("RELEASE") { Description = "Such as REL-27." };

    public static Option<string?> Text(string name, string description, bool required = false) =>
        new(name) { Description = description, HelpName = "TEXT", Required = required };

    public static Option<string?> Reason(bool required = true) => Text("--reason", "Why; it goes into the history.", required);

    public static Option<string[]> Many(string name, string description, string value) => new(name)
    {
        Description = description + " May be repeated.",
        HelpName = value,
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Among(string name, string description, params string[] values)
    {
        var option = new Option<string?>(name)
        {
            Description = $"{description}: {string.Join(", ", values)}.",
            HelpName = "VALUE",
        };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    public static Option<string?> Moment(string name, string description) =>
        new(name) { Description = description + " With offset (2026-03-07T21:00Z), or from now on (+2h).", HelpName = "TIME" };

    extension(Session session)
    {
        /// <summary>As ISO 8601 in UTC.</summary>
        public string? Moment(Option<string?> option) =>
            session.Of(option) is { } text ? Moments.Read(text, session.Now) : null;
    }

    /// <summary>A body with what has been given, and nothing for what has not.</summary>
    public static JsonObject Body(params IEnumerable<(string Name, JsonNode? Value)> members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
