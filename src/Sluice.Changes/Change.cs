using Sluice.Changes.Approvals;
using Sluice.Changes.Assessment;
using Sluice.Changes.Evidence;
using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Changes;

/// <summary>One production change request: may this happen?</summary>
/// <remarks>
/// This file holds what a change is and how its status moves; what people decide, what they put aside and what the channel
/// reports stand in files of their own.
/// </remarks>
internal sealed partial class Change : Record
{
    private Change() => Content = null!;

    public ChangeId Id { get; private set; }
    public int Number { get; private set; }
    public Account Requester { get; private set; }
    public ChangeContent Content { get; private set; }

    /// <summary>The title in lower case by one culture's rules: the two databases do not agree on what a small letter is.</summary>
    public string TitleFolded { get; private set; } = "";

    /// <summary>Where the requested window begins, once more: by what lies inside the content no index can sort.</summary>
    public DateTimeOffset RequestedFrom { get; private set; }

    /// <summary>Of the content and its assessment: what an approval signs.</summary>
    public Digest Digest { get; private set; }

    /// <summary>Counts edits, from 1. A decision names the revision its maker has read.</summary>
    public int Revision { get; private set; }

    /// <summary>Counts the times approval began anew; or a change sent back unaltered would have no seat left to fill.</summary>
    public int Round { get; private set; }

    public ChangeStatus Status { get; private set; }

    /// <summary>While the change is put aside: where it goes back to.</summary>
    public ChangeStatus? ReturnsTo { get; private set; }

    public RiskAssessment? Assessment { get; private set; }

    /// <summary>What the last assessment came to; kept beside it to be filtered by.</summary>
    public Risk? Risk { get; private set; }

    // Kept whole in the change's row: they are read with it each time, so a change is one read and an act is one write.
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];
    public IReadOnlyList<EvidenceItem> Evidence { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The entry that holds the content in force.</summary>
    public long ContentSequence { get; private set; }

    /// <summary>The entry that holds the assessment in force.</summary>
    public long? AssessmentSequence { get; private set; }

    /// <summary>The version at which the channel was last told what the change says.</summary>
    public long SnapshotVersion { get; private set; }

    public override string Ref => ChangeRef.Of(Number);

    public IEnumerable<Decision> StandingApprovals => Decisions.Where(d => d.Ruling is Ruling.Approve && Stands(d));

    /// <summary>Text was taken out of what the digest was made of: nobody can know any more what it stands for.</summary>
    public bool IsRedacted => Content is { Title: Redacted, Reason: Redacted, ImplementationPlan: Redacted }
        || Assessment is { Reasons: Redacted };

    /// <summary>Made in this round, for exactly what the change says now. An edit voids nothing: it changes the digest.</summary>
    public bool Stands(Decision decision) => decision.Round == Round && decision.Digest == Digest;

    public static Change Draft(int number, ChangeContent content, Actor requester, DateTimeOffset now)
    {
        var change = new Change
        {
            Id = Kernel.TypedId.New<ChangeId>(now),
            Number = number,
            Requester = requester.Account,
            Revision = 1,
            CreatedAt = now,
        };
        change.Take(content, content.Digest(assessment: null));
        change.Note(requester, "change.drafted", now, new { content = content.Facts(), change.Revision, digest = change.Digest.Text });
        change.ContentSequence = change.NextVersion;
        return change;
    }

    /// <summary>Submits a draft, or the answer to what was asked.</summary>
    public Refusal? Submit(string? answer, Actor requester, DateTimeOffset now)
    {
        var fact = (Status, ReturnsTo) switch
        {
            (ChangeStatus.InformationRequested, ChangeStatus.Assess) => ChangeFact.AnsweredToAssess,
            (ChangeStatus.InformationRequested, _) => ChangeFact.AnsweredToAuthorize,
            _ => ChangeFact.Submitted,
        };
        return Become(fact, "change.submitted", requester, now, new { answer = Said(answer) });
    }

    /// <summary>A new revision with a new digest; content that says the same alters nothing.</summary>
    public Refusal? Edit(ChangeContent content, Actor editor, DateTimeOffset now)
    {
        var digest = content.Digest(Assessment);
        if (digest == Digest)
            return null;

        var fact = content.IsAssessedLike(Content) ? ChangeFact.MaterialEdit : ChangeFact.MaterialEditOfScope;
        if (ChangeLifecycle.After(Status, fact) is null)
            return ChangeReasons.NotFrom(Status);

        Revision++;
        Take(content, digest);
        var edit = new { content = content.Facts(), Revision, digest = digest.Text };
        var refusal = Become(fact, "change.edited", editor, now, edit, withdrawn: "edited");
        ContentSequence = NextVersion;
        return refusal;
    }

    public Refusal? Assess(RiskAssessment assessment, Actor reviewer, DateTimeOffset now)
    {
        if (ChangeLifecycle.After(Status, ChangeFact.Assessed) is null)
            return ChangeReasons.NotFrom(Status);
        (Assessment, Risk, Round) = (assessment, assessment.Risk, assessment.Round);
        Digest = Content.Digest(assessment);
        var refusal = Become(ChangeFact.Assessed, "change.assessed", reviewer, now, new
        {
            assessment = assessment.Facts(), digest = Digest.Text,
        });
        AssessmentSequence = NextVersion;
        return refusal;
    }

    public void Attach(EvidenceItem evidence, Actor actor, DateTimeOffset now)
    {
        Evidence = [.. Evidence, evidence with { Sequence = NextVersion + 1 }];
        Note(actor, "change.evidence-attached", now, evidence.Facts());
    }

    public Refusal? CallOff(string reason, Actor actor, DateTimeOffset now) => Become(
        ChangeFact.CalledOff, "change.cancelled", actor, now, new { reason = new FreeText(reason) }, withdrawn: "cancelled");

    public Refusal? Revise(string reason, Actor requester, DateTimeOffset now) =>
        Become(ChangeFact.Revised, "change.revised", requester, now, new { reason = new FreeText(reason) });

    protected override IEnumerable<Reason> AgainstRedacting(long sequence)
    {
        // Once it has ended for good it binds nobody, and nobody can edit it any more.
        if (Status is ChangeStatus.Closed or ChangeStatus.Cancelled)
            yield break;
        if (sequence == ContentSequence || sequence == AssessmentSequence)
            yield return Reason.Conflict("redaction.in-force",
                "This is what the change says now. Once it is edited or assessed anew, or has ended, the old text can be redacted.");
        if (!ChangeLifecycle.HasEnded(Status) && Decisions.Any(decision => decision.Sequence == sequence && Stands(decision)))
            yield return Reason.Conflict("redaction.in-force",
                "This decision stands. Once the change is edited, assessed anew or ended, its text can be redacted.");
    }

    protected override void Forget(long sequence, DateTimeOffset now)
    {
        if (sequence == ContentSequence)
        {
            Content = Content with
            {
                Title = Redacted,
                Reason = Redacted,
                ImplementationPlan = Redacted,
                TestPlan = Redacted,
                BackoutPlan = Redacted,
            };
            TitleFolded = Redacted;
            Tell(NextVersion + 1, now);
        }
        if (sequence == AssessmentSequence)
            Assessment = Assessment! with { Reasons = Redacted, Dependencies = null, Recovery = null };
        Decisions = [.. Decisions.Select(d => d.Sequence == sequence ? d with { Comment = null, Conditions = null } : d)];
        Evidence = [.. Evidence.Select(e => e.Sequence == sequence ? e with { Title = null, Url = null } : e)];
    }

    private static FreeText? Said(string? text) => string.IsNullOrEmpty(text) ? null : new FreeText(text);

    private void Take(ChangeContent content, Digest digest) =>
        (Content, TitleFolded, RequestedFrom, Digest) = (content, content.Title.ToLowerInvariant(), content.WindowFrom, digest);

    /// <summary>The only place a status changes.</summary>
    /// <param name="withdrawn">In a word, why an authorization does not outlast this.</param>
    private Refusal? Become(ChangeFact fact, string act, Actor actor, DateTimeOffset now, object detail, string withdrawn = "returned")
    {
        if (ChangeLifecycle.After(Status, fact) is not { } next)
            return ChangeReasons.NotFrom(Status);

        var (before, place) = (Status, ReturnsTo ?? Status);
        Status = next;
        // What happens to a change put aside happens to the place it will return to: so resuming has nothing to recheck.
        ReturnsTo = ChangeLifecycle.IsAside(next)
            ? ChangeLifecycle.IsAside(before) ? ChangeLifecycle.After(place, fact) ?? place : place
            : null;
        if (place is ChangeStatus.Approved or ChangeStatus.Review && (ReturnsTo ?? Status) is ChangeStatus.Authorize)
            Round++;
        if (Status is not ChangeStatus.Approved)
            Withdraw(withdrawn, now);
        if (Status is not ChangeStatus.Deferred)
            DeferredUntil = null;
        Note(actor, act, now, new { fact, status = new { before, after = next }, detail });
        return null;
    }

    /// <summary>An act, and the change as the channel sees it after the act.</summary>
    private void Note(Actor actor, string act, DateTimeOffset now, object facts)
    {
        UpdatedAt = now;
        Acted(actor, act, now, facts);
        Tell(NextVersion, now);
    }

    private void Tell(long version, DateTimeOffset now)
    {
        SnapshotVersion = version;
        HandsOver(new ChangeSnapshot(
            TenantId, Id, SnapshotVersion, Ref, Status, Revision, Digest, Risk, Requester,
            Deciders(), Release, Content.Title, SnapshotContent(), now));
    }

    /// <summary>An edit voids an approval and a new round asks for another, but whoever has had a hand in it keeps having had it.</summary>
    private List<Account> Deciders() =>
        [.. Decisions.Where(decision => decision.Ruling is not Ruling.RequestInformation).Select(decision => decision.By).Distinct()];

    private SnapshotContent SnapshotContent() => new(
        Content.Kind, Content.Systems, Content.Customers, Content.Artefacts,
        [.. new[] { Content.ImplementationPlan, Content.TestPlan, Content.BackoutPlan }
            .Select(plan => Ledger.Digest.Of(System.Text.Json.Nodes.JsonValue.Create(plan)))],
        [.. Evidence.Select(evidence => new EvidenceNamed(evidence.Kind, evidence.Sha256))],
        Content.DependsOn, Content.WindowFrom, Content.WindowUntil);
}
