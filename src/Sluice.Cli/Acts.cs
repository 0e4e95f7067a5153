using System.CommandLine;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;

namespace Sluice.Cli;

/// <summary>Acts that changes and releases have alike.</summary>
internal static class Acts
{
    /// <param name="Path">Below <c>/api/v1</c>.</param>
    public sealed record Kind(string Word, string Path, string Example, Func<Argument<string>> Reference);

    public static Kind Change { get; } = new("change", "changes", "CHG-1042", Fields.Change);

    public static Kind Release { get; } = new("release", "releases", "REL-27", Fields.Release);

    public static Command WithReason(
        CommandTree tree, Kind kind, string act, string description, string example, bool required = true)
    {
        var reference = kind.Reference();
        var reason = Fields.Reason(required);
        return tree.Command(act, description, [$"sluice {kind.Word} {act} {kind.Example} --reason \"{example}\""],
            [reference, reason],
            (session, ct) => session.Post(
                Address.Of(kind.Path, session.Of(reference), act), Fields.Body(("reason", session.Of(reason))), ct));
    }

    public static Command Comment(CommandTree tree, Kind kind)
    {
        var reference = kind.Reference();
        var text = new Argument<string?>("TEXT")
        {
            Description = "Shows the comments when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        return tree.Command("comment", "Says something about it, or shows what was said.",
            [
                $"sluice {kind.Word} comment {kind.Example} \"Customer informed\"",
                $"sluice {kind.Word} comment {kind.Example}",
            ],
            [reference, text],
            (session, ct) =>
            {
                var path = Address.Of(kind.Path, session.Of(reference), "comments");
                return session.Of(text) is { } said
                    ? session.Act(HttpMethod.Post, path, Fields.Body(("text", said)), HistoryView.WriteComment, ct)
                    : session.Show(path, HistoryView.WriteComments, _ => false, null, ct);
            });
    }

    public static Command History(CommandTree tree, Kind kind)
    {
        var reference = kind.Reference();
        return tree.Command("history", "What was done to it, newest first.",
            [$"sluice {kind.Word} history {kind.Example}"], [reference],
            (session, ct) => session.Show(
                Address.Of(kind.Path, session.Of(reference), "history"), HistoryView.Write, _ => false, null, ct));
    }
}
