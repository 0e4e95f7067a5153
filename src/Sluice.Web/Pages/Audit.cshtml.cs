using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.History;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People.Views;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages;

/// <summary>The ledger of the organisation, searched: who did what to which record.</summary>
public sealed class AuditModel(SearchLedger search, ListViews views, Viewer viewer)
    : FilteredPage("/audit", "record", "actor", "act", "from", "until")
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

    public ViewTabs Views { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var asked = Ask(Asked);
        Lines = [.. Show(asked.Refusal is { } unreadable
            ? unreadable
            : await search.Handle(asked.Value with { After = One("after"), Limit = Number(One("limit")) }, ct)).Select(LineOf)];
        Views = await ViewTabs.Of(views, SearchLedger.Viewed, this, [("All", "")], ct);
        return Page();
    }

    /// <summary>For the page and for the file: the filters.</summary>
    public static Outcome<SearchLedger.Request> Ask(Asked asked) => asked.Unreadable(Moments) is { } unreadable
        ? unreadable
        : new SearchLedger.Request
        {
            Actor = asked.One("actor"), Act = asked.One("act"), Record = asked.One("record")?.Trim(), From = asked.Moment("from"),
            Until = asked.Moment("until"),
        };

    protected override string WordOf(string name, string value) => name switch
    {
        "record" => $"Record: {value}",
        "actor" => $"By: {value}",
        "act" => $"Act: {value}",
        _ => $"{char.ToUpperInvariant(name[0])}{name[1..]}: {(Asked.MomentOf(value) is { } moment ? viewer.Text(moment) : value)}",
    };

    protected override string? ValueOf(string name, string? value) =>
        Moments.Contains(name) && Asked.MomentOf(value) is { } moment ? Utc.Write(moment) : value;

    /// <summary>Enough of it to tell one entry from another.</summary>
    public static string Short(string hash) => hash[(hash.IndexOf(':') + 1)..][..8];

    public static Line LineOf(SearchLedger.Item entry) => new(entry, EntryWords.Of(
        entry.Address, new(entry.Sequence, entry.Act, entry.Actor, entry.At, entry.Facts, entry.Hash)));
}
