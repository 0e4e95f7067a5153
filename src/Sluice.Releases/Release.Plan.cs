using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Releases;

/// <summary>What is in it, when it is to run, and go or no-go.</summary>
internal sealed partial class Release
{
    public Refusal? Edit(string title, string goal, CommittedInterval? planned, Actor manager, DateTimeOffset now)
    {
        var isElsewhen = planned != PlannedInterval;
        if (title == Title && goal == Goal && !isElsewhen)
            return null;
        var edit = new { title = new FreeText(title), goal = new FreeText(goal), interval = planned };
        // A title is not part of what "go" signs; an interval is, and a committed one is altered by scheduling anew.
        if (Status is ReleaseStatus.Planning)
            Become(ReleaseFact.PlanChanged, "release.edited", manager, now, edit);
        else
            Acted(manager, "release.edited", now, edit);
        (Title, TitleFolded, Goal, UpdatedAt) = (title, title.ToLowerInvariant(), goal, now);
        if (isElsewhen)
            Take(planned);
        ContentSequence = NextVersion;
        return null;
    }

    public CommittedInterval? PlannedInterval =>
        From is { } from && Until is { } until ? new(Window, from, until, Zone!) : null;

    public Refusal? Add(ChangeKnown change, int? order, IReadOnlyList<string> dependsOn, DeliveryStatus before, Actor manager, DateTimeOffset now)
    {
        var isCommitted = IsCommitted;
        if (Become(ReleaseFact.PlanChanged, "release.item-added", manager, now, new { change = change.Snapshot.Ref, order, dependsOn })
            is { } refusal)
            return refusal;
        VoidItems(manager, now);

        var snapshot = change.Snapshot;
        var planned = ItemLifecycle.After(before, ItemFact.Planned) ?? before;
        var item = new ReleaseItem(
            snapshot.ChangeId, snapshot.Ref, snapshot.Content.Systems, snapshot.Risk,
            order ?? (Items.Count == 0 ? 1 : Items.Max(other => other.Order) + 1), dependsOn, snapshot.Content.DependsOn, planned);
        Items = [.. Items.Append(item).OrderBy(other => other.Order)];
        if (isCommitted)
            Move(item.Change, ItemFact.Committed, manager, now, snapshot.Version);
        else
            Tell(item.ChangeId, planned, Ref, null, snapshot.Version, manager, now);
        if (Implementers is { Count: > 0 } people)
            Declare(item, people, new([change]), now);
        return null;
    }

    /// <param name="changes">All that it holds, in their new order.</param>
    public Refusal? Reorder(IReadOnlyList<string> changes, Actor manager, DateTimeOffset now)
    {
        if (Become(
                ReleaseFact.PlanChanged, "release.items-ordered", manager, now,
                new { changes, before = Items.Select(item => item.Change).ToArray() }) is { } refusal)
            return refusal;
        VoidItems(manager, now);
        Items = [.. changes.Select((change, place) => Item(change)! with { Order = place + 1 })];
        return null;
    }

    public Refusal? Remove(string change, GateKnowledge known, Actor manager, DateTimeOffset now)
    {
        if (Become(ReleaseFact.PlanChanged, "release.item-removed", manager, now, new { change }) is { } refusal)
            return refusal;
        // Of the one that leaves only the last move is told: of two at one moment nobody could say which came last.
        VoidItems(manager, now, except: change);
        LetGo(Item(change)!, "removed", known, manager, now);
        foreach (var step in StepsOf(change).ToList())
            step.Drop();
        Items = [.. Items.Where(item => item.Change != change)
            .Select(item => item with { DependsOn = [.. item.DependsOn.Where(other => other != change)] })];
        return null;
    }

    /// <summary>What the gate says of a change has moved: the release's own copy of it follows.</summary>
    /// <returns>Whether anything that a booking says has changed.</returns>
    public bool Follow(ChangeSnapshot snapshot, DateTimeOffset now)
    {
        if (Items.FirstOrDefault(item => item.ChangeId == snapshot.ChangeId) is not { } item)
            return false;
        var followed = item with
        {
            Systems = snapshot.Content.Systems,
            Risk = snapshot.Risk,
            Needs = snapshot.Content.DependsOn,
        };
        if (item.Risk == followed.Risk && item.Systems.SequenceEqual(followed.Systems)
            && item.Needs.SequenceEqual(followed.Needs))
            return false;
        Replace(item, followed);
        UpdatedAt = now;
        Acted(Actor.Clockwork(TenantId), "release.change-moved", now, new { snapshot.Ref, snapshot.Revision, digest = snapshot.Digest.Text });
        return true;
    }

    public Refusal? Schedule(CommittedInterval interval, Actor manager, DateTimeOffset now)
    {
        if (Become(ReleaseFact.IntervalCommitted, "release.scheduled", manager, now, new { interval, before = PlannedInterval })
            is { } refusal)
            return refusal;
        Take(interval);
        foreach (var item in Items)
            Move(item.Change, ItemFact.Committed, manager, now);
        return null;
    }

    /// <summary>Signs the runbook as it is. Only after readiness has been found complete.</summary>
    public Refusal? Go(string comment, GateKnowledge known, Actor manager, DateTimeOffset now)
    {
        var digest = RunbookDigest();
        if (Become(ReleaseFact.GoGiven, "release.go", manager, now, new { comment = new FreeText(comment), runbook = digest.Text })
            is { } refusal)
            return refusal;
        (GoDigest, GoBy) = (digest, manager.Account);
        foreach (var item in Items)
            Move(item.Change, ItemFact.GoGiven, manager, now, known[item.Change]!.Snapshot.Version);
        return null;
    }

    public Refusal? NoGo(string comment, Actor manager, DateTimeOffset now) =>
        LoseWindow(ReleaseFact.NoGoGiven, "release.no-go", "no-go", new { comment = new FreeText(comment) }, manager, now);

    /// <summary>Nobody did anything: the window has passed and the release has not begun.</summary>
    public Refusal? MissWindow(DateTimeOffset now) => LoseWindow(
        ReleaseFact.WindowLost, "release.window-ended", "window-ended", new { interval = PlannedInterval },
        Actor.Clockwork(TenantId), now);

    /// <summary>A check that passed when "go" was given does not pass any more.</summary>
    /// <param name="checks">Their codes.</param>
    public Refusal? VoidGo(IReadOnlyList<string> checks, DateTimeOffset now)
    {
        var clockwork = Actor.Clockwork(TenantId);
        if (Become(ReleaseFact.CheckFailed, "release.go-voided", clockwork, now, new { checks }) is { } refusal)
            return refusal;
        VoidItems(clockwork, now);
        return null;
    }

    public Refusal? CallOff(string? reason, GateKnowledge known, Actor manager, DateTimeOffset now)
    {
        if (Become(ReleaseFact.CalledOff, "release.cancelled", manager, now, new { reason = Said(reason) }) is { } refusal)
            return refusal;
        foreach (var item in Items)
            LetGo(item, "release-cancelled", known, manager, now);
        return null;
    }

    private Refusal? LoseWindow(ReleaseFact fact, string act, string reason, object detail, Actor actor, DateTimeOffset now)
    {
        if (Become(fact, act, actor, now, detail) is { } refusal)
            return refusal;
        Take(null);
        foreach (var item in Items)
            Move(item.Change, ItemFact.WindowLost, actor, now, reason: reason);
        return null;
    }

    /// <summary>"Go" is void: what was ready is scheduled again.</summary>
    private void VoidItems(Actor actor, DateTimeOffset now, string? except = null)
    {
        foreach (var item in Items.Where(item => item.Change != except))
            Move(item.Change, ItemFact.GoVoided, actor, now);
    }

    private void LetGo(ReleaseItem item, string reason, GateKnowledge known, Actor actor, DateTimeOffset now)
    {
        var wasCommitted = ItemLifecycle.After(item.Status, ItemFact.WindowLost) is not null;
        var status = ItemLifecycle.After(item.Status, wasCommitted ? ItemFact.WindowLost : ItemFact.Left) ?? item.Status;
        Replace(item, item with { Status = status });
        Tell(item.ChangeId, status, null, wasCommitted ? reason : null, null, actor, now);
        if (Implementers.Count > 0)
            Declare(item, [], known, now);
    }
}
