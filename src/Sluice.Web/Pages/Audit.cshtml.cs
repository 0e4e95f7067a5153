using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.History;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages;

/// <summary>The ledger of the organisation, searched: who did what to which record.</summary>
public sealed class AuditModel(SearchLedger search, Viewer viewer) : FilteredPage("/audit", "record", "actor", "act", "from", "until")
{
    private static readonly string[] Moments = ["from", "until"];

    /// <param name="Words">The same in words.</param>
    public sealed record Line(SearchLedger.Item Entry, HistoryLine Words);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>What one looks for most.</summary>
    public static IReadOnlyList<Choice> Acts { get; } =
    [
        new("change.decided", "decisions"), new("change.assessed", "assessments"), new("change.edited", "edits of changes"),
        new("change.executed", "execution reports"), new("change.closed", "reviews that closed a change"),
        new("release.go", "go"), new("release.no-go", "no-go"), new("release.started", "starts of releases"),
        new("release.deviation-recorded", "deviations"), new("release.closed", "releases closed"),
        new("person.added", "people added"), new("person.roles-granted", "roles granted"), new("person.token-issued", "tokens made"),
        new("person.token-revoked", "tokens revoked"), new("person.password-changed", "passwords changed"),
        new("system.edited", "edits of systems"), new("team.edited", "edits of teams"), new("commented", "comments"),
        new("redaction.asked", "redactions asked for"), new("history.redacted", "redactions"),
    ];

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var outcome = Refusal.For(Moments.Where(name => One(name) is { } typed && Moment(typed) is null).Select(Unreadable)) is { } refusal
            ? refusal : await search.Handle(Asked, ct);
        Lines = [.. Show(outcome).Select(entry => new Line(entry, WordsOf(entry)))];
        return Page();
    }

    private SearchLedger.Request Asked => new()
    {
        Actor = One("actor"), Act = One("act"), Record = One("record")?.Trim(), From = Moment(One("from")), Until = Moment(One("until")),
        After = One("after"), Limit = Number(One("limit")),
    };

    private static Reason Unreadable(string name) =>
        Reason.Invalid("moment.unreadable", "Say it as 2026-11-27T08:30, in UTC.", "/" + name);

    protected override string WordOf(string name, string value) => name switch
    {
        "record" => $"Record: {value}",
        "actor" => $"By: {value}",
        "act" => $"Act: {value}",
        _ => $"{char.ToUpperInvariant(name[0])}{name[1..]}: {(Moment(value) is { } moment ? viewer.Text(moment) : value)}",
    };

    protected override string? ValueOf(string name, string? value) =>
        Moments.Contains(name) && Moment(value) is { } moment ? Utc.Write(moment) : value;

    /// <summary>Enough of it to tell one entry from another.</summary>
    public static string Short(string hash) => hash[(hash.IndexOf(':') + 1)..][..8];

    private static HistoryLine WordsOf(SearchLedger.Item entry)
    {
        var item = new ShowHistory.Item(entry.Sequence, entry.Act, entry.Actor, entry.At, entry.Facts, entry.Hash);
        return entry.Address?.Split('/')[1] switch
        {
            "changes" => HistoryLine.Of(item),
            "releases" => ReleaseHistory.Of(item),
            _ => EstateHistory.Of(item),
        };
    }

    // As a form writes it, or as the link to the next page does.
    private static DateTimeOffset? Moment(string? typed) => Utc.Read(typed) ?? (DateTimeOffset.TryParse(
        typed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
        ? moment : null);
}
