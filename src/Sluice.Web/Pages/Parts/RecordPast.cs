using Microsoft.AspNetCore.WebUtilities;
using Sluice.Kernel.History;
using Sluice.Kernel.Outcomes;

namespace Sluice.Web.Pages.Parts;

/// <summary>What was said of a record, and a page of what was done to it.</summary>
/// <param name="Address">Of the record's page.</param>
/// <param name="Comments">Oldest first.</param>
/// <param name="HasMoreComments">Than these; the history has them all.</param>
/// <param name="History">Newest first, each in words.</param>
/// <param name="Older">Where older entries are; null when there are none.</param>
/// <param name="IsLatest">Nothing newer has been left out.</param>
public sealed record RecordPast(
    string Address, IReadOnlyList<CommentShown> Comments, bool HasMoreComments, IReadOnlyList<RecordPast.Line> History,
    string? Older, bool IsLatest)
{
    private const int EntriesShown = 20;
    private const int CommentsShown = 200;

    public sealed record Line(ShowHistory.Item Entry, HistoryLine Words);

    /// <param name="after">The place in the history to go on from; null for its end.</param>
    /// <returns>Refused when there is no such place.</returns>
    public static async Task<Outcome<RecordPast>> Read(
        ListComments comments, ShowHistory history, RecordKind kind, string reference, string? after,
        Func<ShowHistory.Item, HistoryLine> words, CancellationToken ct)
    {
        var entries = await history.Handle(kind, reference, new() { After = after, Limit = EntriesShown }, ct);
        if (entries.Refusal is { } unreadable)
            return unreadable;
        var said = (await comments.Handle(kind, reference, new() { Limit = CommentsShown }, ct)).Value;
        var address = $"{kind.Path}/{reference}";
        return new RecordPast(
            address, said.Items, said.NextLink is not null, [.. entries.Value.Items.Select(entry => new Line(entry, words(entry)))],
            entries.Value.NextLink is { } next ? OlderAt(address, next) : null, after is null);
    }

    private static string OlderAt(string address, string next) => QueryHelpers.AddQueryString(
        address, "after", QueryHelpers.ParseQuery(next[next.IndexOf('?')..])["after"].ToString());
}
