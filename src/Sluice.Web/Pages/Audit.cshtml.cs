using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.History;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People.Views;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

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
    public static IReadOnlyList<Choice> Acts =>
    [
        new("change.decided", AppWords.Decisions), new("change.assessed", AppWords.Assessments), new("change.edited", AppWords.EditsOfChanges),
        new("change.executed", AppWords.ExecutionReports), new("change.closed", AppWords.ReviewsThatClosedAChange),
        new("release.go", AppWords.Go), new("release.no-go", AppWords.NoGo), new("release.started", AppWords.StartsOfReleases),
        new("release.deviation-recorded", AppWords.Deviations), new("release.closed", AppWords.ReleasesClosed),
        new("person.added", AppWords.PeopleAdded), new("person.roles-granted", AppWords.RolesGranted), new("person.token-issued", AppWords.TokensMade),
        new("person.token-revoked", AppWords.TokensRevoked), new("person.password-changed", AppWords.PasswordsChanged),
        new("system.edited", AppWords.EditsOfSystems), new("team.edited", AppWords.EditsOfTeams), new("commented", AppWords.Comments),
        new("redaction.asked", AppWords.RedactionsAskedFor), new("history.redacted", AppWords.Redactions),
    ];

    public ViewTabs Views { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await ToDefault(views, SearchLedger.Viewed, ct) is { } elsewhere)
            return elsewhere;
        var asked = Ask(Asked);
        Lines = [.. Show(asked.Refusal is { } unreadable
            ? unreadable
            : await search.Handle(asked.Value with { After = One("after"), Limit = Number(One("limit")) }, ct)).Select(LineOf)];
        Views = ViewTabs.Of(SearchLedger.Viewed, this, [(AppWords.All, "")]);
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
        "record" => Sentence.Of(AppWords.RecordIs, value),
        "actor" => Sentence.Of(AppWords.ByWhomIs, value),
        "act" => Sentence.Of(AppWords.ActIs, value),
        _ => Sentence.Of(name is "from" ? AppWords.FromMoment : AppWords.UntilMoment, Asked.MomentOf(value) is { } moment ? viewer.Text(moment) : value),
    };

    protected override string? ValueOf(string name, string? value) =>
        Moments.Contains(name) && Asked.MomentOf(value) is { } moment ? Utc.Write(moment) : value;

    /// <summary>Enough of it to tell one entry from another.</summary>
    public static string Short(string hash) => hash[(hash.IndexOf(':') + 1)..][..8];

    public static Line LineOf(SearchLedger.Item entry) => new(entry, EntryWords.Of(
        entry.Address, new(entry.Sequence, entry.Act, entry.Actor, entry.At, entry.Facts, entry.Hash)));
}
