using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases;

/// <summary>A set of changes moved to production together: how, when, in what order?</summary>
/// <remarks>
/// This file holds what a release is, how its status moves and what it tells the gate; planning, running and backing out stand in
/// files of their own.
/// </remarks>
internal sealed partial class Release : Record
{
    private Release() => (Title, TitleFolded, Goal) = (null!, null!, null!);

    public ReleaseId Id { get; private set; }
    public int Number { get; private set; }
    public string Title { get; private set; }

    /// <summary>The title in lower case by one culture's rules: the two databases do not agree on what a small letter is.</summary>
    public string TitleFolded { get; private set; }

    public string Goal { get; private set; }
    public ReleaseStatus Status { get; private set; }

    /// <summary>The production window it is to run in; null for an interval of its own.</summary>
    public string? Window { get; private set; }

    public DateTimeOffset? From { get; private set; }
    public DateTimeOffset? Until { get; private set; }

    /// <summary>IANA name of the zone the interval was given in.</summary>
    public string? Zone { get; private set; }

    // Kept whole in the release's row: they are read with it each time, and there are few.
    public IReadOnlyList<ReleaseItem> Items { get; private set; } = [];

    /// <summary>All rows, with those left out of the runbook since; <see cref="Runbook"/> is what counts.</summary>
    public List<RunbookStep> Steps { get; private set; } = [];

    /// <summary>Of the runbook that "go" signed; null when go has not been given or is void.</summary>
    public Digest? GoDigest { get; private set; }

    public Account? GoBy { get; private set; }
    public Account CreatedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The entry that holds title and goal as they are.</summary>
    public long ContentSequence { get; private set; }

    /// <summary>The entry that holds the runbook as it is.</summary>
    public long? RunbookSequence { get; private set; }

    public override string Ref => ReleaseRef.Of(Number);

    public IEnumerable<RunbookStep> Runbook => Steps.Where(step => !step.IsDropped).OrderBy(step => step.Place);

    /// <summary>An interval is committed; losing it makes its items late.</summary>
    public bool IsCommitted => Status is not ReleaseStatus.Planning;

    public IReadOnlyList<string> Systems => SystemsOf(Items);

    /// <summary>Owners and doers of the steps that alter production: none of them has decided on any of the changes.</summary>
    public IReadOnlyList<Account> Implementers =>
        [.. Runbook.Where(step => step.Plan.IsImplementing).SelectMany(People).Distinct().Order()];

    public static Release Draft(int number, string title, string goal, CommittedInterval? planned, Actor manager, DateTimeOffset now)
    {
        var release = new Release
        {
            Id = Kernel.TypedId.New<ReleaseId>(now),
            Number = number,
            Title = title,
            TitleFolded = title.ToLowerInvariant(),
            Goal = goal,
            CreatedBy = manager.Account,
            CreatedAt = now,
            UpdatedAt = now,
        };
        release.Take(planned);
        release.Acted(manager, "release.planned", now, new
        {
            title = new FreeText(title), goal = new FreeText(goal), interval = planned,
        });
        release.ContentSequence = release.NextVersion;
        return release;
    }

    public static IReadOnlyList<string> SystemsOf(IEnumerable<ReleaseItem> items) =>
        [.. items.SelectMany(item => item.Systems).Distinct().Order(StringComparer.Ordinal)];

    public RunbookStep? Step(string key) => Steps.Find(step => step.Key == key && !step.IsDropped);

    public ReleaseItem? Item(string? change) => Items.FirstOrDefault(item => item.Change == change);

    public IEnumerable<RunbookStep> StepsOf(string change) => Runbook.Where(step => step.Plan.Change == change);

    /// <summary>The items of this release that an item waits for, by its own word or by its change's.</summary>
    public IEnumerable<ReleaseItem> Before(ReleaseItem item) =>
        Items.Where(other => item.DependsOn.Contains(other.Change) || item.Needs.Contains(other.Change));

    protected override IEnumerable<Reason> AgainstRedacting(long sequence)
    {
        if (ReleaseLifecycle.IsOpen(Status) && (sequence == ContentSequence || sequence == RunbookSequence))
            yield return Reason.Conflict("redaction.in-force",
                "This is what the release says now. Once it is edited, or has ended, the old text can be redacted.");
    }

    protected override void Forget(long sequence, DateTimeOffset now)
    {
        if (sequence == ContentSequence)
            (Title, TitleFolded, Goal) = (Redacted, Redacted, Redacted);
    }

    private static IEnumerable<Account> People(RunbookStep step)
    {
        if (step.Plan.Owner is { } owner)
            yield return owner;
        foreach (var doer in step.Doers)
            yield return doer;
    }

    private void Take(CommittedInterval? interval) =>
        (Window, From, Until, Zone) = (interval?.Window, interval?.From, interval?.Until, interval?.Zone);

    /// <summary>The only place a status changes.</summary>
    private Refusal? Become(ReleaseFact fact, string act, Actor actor, DateTimeOffset now, object detail)
    {
        if (ReleaseLifecycle.After(Status, fact) is not { } next)
            return ReleaseReasons.NotFrom(Status);

        var before = Status;
        Status = next;
        UpdatedAt = now;
        if (next is not ReleaseStatus.Ready && !ReleaseLifecycle.IsRunning(next))
            (GoDigest, GoBy) = (null, null);
        if (!ReleaseLifecycle.IsOpen(next))
            EndedAt = now;
        Acted(actor, act, now, new { fact, status = new { before, after = next }, detail });
        return null;
    }

    private void Replace(ReleaseItem item, ReleaseItem with) =>
        Items = [.. Items.Select(other => other == item ? with : other)];

    /// <summary>Moves an item and tells the gate. What cannot become true of it leaves it where it is.</summary>
    /// <param name="seen">The snapshot that this relies on; null when it relies on nothing the gate says.</param>
    private void Move(string change, ItemFact fact, Actor actor, DateTimeOffset now, long? seen = null, string? reason = null)
    {
        var item = Item(change)!;
        if (ItemLifecycle.After(item.Status, fact) is not { } next)
            return;
        Replace(item, item with
        {
            Status = next,
            StartedAt = fact is ItemFact.Started ? now : item.StartedAt,
            EndedAt = fact is ItemFact.StepsEnded or ItemFact.BackedOut or ItemFact.StepFailed ? now : item.EndedAt,
        });
        if (next != item.Status || seen is not null)
            Tell(item.ChangeId, next, Ref, reason, seen, actor, now);
    }

    private void Tell(
        ChangeId change, DeliveryStatus status, string? release, string? reason, long? seen, Actor actor, DateTimeOffset now) =>
        HandsOver(new DeliveryMoved(
            TenantId, Kernel.TypedId.New<DeliveryId>(now), change, release, status, reason, seen, actor.Account, now));

    /// <summary>Tells the gate how it ended, once for each result.</summary>
    private void Report(string change, Actor actor, DateTimeOffset now)
    {
        var item = Item(change)!;
        if (item.Result is not { } result || item.Reported == result)
            return;
        Replace(item, item with { Reported = result });
        HandsOver(new ExecutionReport(
            TenantId, Kernel.TypedId.New<DeliveryId>(now), item.ChangeId, Ref, result, item.StartedAt, item.EndedAt,
            [.. StepsOf(change).SelectMany(step => step.Evidence).Distinct()], actor.Account, now));
    }

    /// <summary>Tells the gate who implements, where that has changed.</summary>
    private void DeclareStaff(IReadOnlyList<Account> before, GateKnowledge known, DateTimeOffset now)
    {
        var people = Implementers;
        if (!people.SequenceEqual(before))
            foreach (var item in Items)
                Declare(item, people, known, now);
    }

    private void Declare(ReleaseItem item, IReadOnlyList<Account> people, GateKnowledge known, DateTimeOffset now) =>
        HandsOver(new StaffingDeclared(
            TenantId, Kernel.TypedId.New<DeliveryId>(now), item.ChangeId, people, known[item.Change]!.Snapshot.Version, now));
}

/// <param name="Window">The key of a production window; null for an interval of its own.</param>
internal sealed record CommittedInterval(string? Window, DateTimeOffset From, DateTimeOffset Until, string Zone);
