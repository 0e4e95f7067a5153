using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Sluice.Changes;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Production;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Systems;

/// <summary>One system: who answers for it, what it stands on and what stands on it, and what changed here.</summary>
public sealed class ShowModel(
    ShowSystem show, ListDependents dependents, ListSystemChanges changes, ListComments comments, ShowHistory history, Viewer viewer)
    : RecordPage(ProductionKinds.Systems, comments, history)
{
    private const string Usual = "24h";

    // The history on the same page goes on by "after".
    private const string Further = "changedBefore";

    /// <summary>How far one looks back.</summary>
    public static IReadOnlyList<(string Since, string Word, TimeSpan Back)> Spans =>
    [
        (Usual, EstateWords.Hours24, TimeSpan.FromHours(24)), ("7d", EstateWords.Days7, TimeSpan.FromDays(7)),
        ("30d", EstateWords.Days30, TimeSpan.FromDays(30)),
    ];

    public ShowSystem.Response System { get; private set; } = null!;

    public ListDependents.Response Dependents { get; private set; } = null!;

    public IReadOnlyList<ListSystemChanges.Item> Changes { get; private set; } = [];

    /// <summary>Where those are that changed before them; null where none did.</summary>
    public string? OlderChanges { get; private set; }

    /// <summary>Where the last ones are; null where these are.</summary>
    public string? LatestChanges { get; private set; }

    /// <summary>As the address says it: one of the spans, or a moment.</summary>
    public string Since { get; private set; } = Usual;

    public DateTimeOffset From { get; private set; }

    public override IReadOnlyList<string> Allowed => System.AllowedActions;

    protected override async Task<bool> Load(string key, CancellationToken ct)
    {
        var shown = await show.Handle(key, ct);
        if (shown.Refusal is not null)
            return false;
        System = shown.Value;
        Dependents = await dependents.Handle(key, ct);
        (Since, From) = Read(Request.Query["since"].FirstOrDefault());
        await ReadChanges(key, Request.Query[Further].FirstOrDefault(), ct);
        return true;
    }

    private async Task ReadChanges(string key, string? after, CancellationToken ct)
    {
        var page = await changes.Handle(key, new() { Since = From, After = after, Limit = Paging.LargestLimit }, ct);
        if (page.Refusal is { } nowhere)
        {
            // No such place in the list: say so, and show its beginning.
            (Refused, Response.StatusCode) = (nowhere, nowhere.Status());
            (after, page) = (null, await changes.Handle(key, new() { Since = From, Limit = Paging.LargestLimit }, ct));
        }
        Changes = page.Value.Items;
        LatestChanges = string.IsNullOrEmpty(after) ? null : At(null);
        OlderChanges = page.Value.NextLink is { } next ? At(QueryHelpers.ParseQuery(next[next.IndexOf('?')..])["after"]) : null;

        // As a moment: the last 24 hours would be others on the next page.
        string At(string? further) => QueryHelpers.AddQueryString($"/systems/{key}", new Dictionary<string, string?>
        {
            ["since"] = From.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), [Further] = further,
        }) + "#changed";
    }

    // What is no span and no moment is answered as if nothing had been asked: the page says what it shows.
    private (string, DateTimeOffset) Read(string? since)
    {
        var span = Spans.FirstOrDefault(span => span.Since == since);
        if (span.Since is null && DateTimeOffset.TryParse(
                since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
            return ("", moment);
        span = span.Since is null ? Spans[0] : span;
        return (span.Since, viewer.Now - span.Back);
    }
}
