using System.Globalization;
using Sluice.Changes.Approvals;
using Sluice.Changes.Reviewing;
using Sluice.Handover;
using Sluice.Kernel.Outcomes;

namespace Sluice.Changes.Tests;

/// <summary>
/// Does everything that can be done to a change, in every order that leads anywhere new, and asks after each act whether what
/// must always hold still holds.
/// </summary>
public sealed class ChangeWalkTests
{
    private const int LongestWay = 9;

    private static readonly (string Name, Func<Change, DateTimeOffset, Refusal?> Act)[] Acts =
    [
        ("submit", (change, now) => change.Submit("Answer.", Sample.Requester, now)),
        ("edit", (change, now) => change.Edit(change.Content with { Title = change.Content.Title + "!" }, Sample.Requester, now)),
        ("edit-scope", (change, now) => change.Edit(
            change.Content with { SecurityImpact = change.Content.SecurityImpact is SecurityImpact.Low ? SecurityImpact.High : SecurityImpact.Low },
            Sample.Requester, now)),
        ("assess", (change, now) => change.Assess(
            new(1, 2, "Fine.", null, null, Sample.Reviewer.Account, now, change.Round + 1), Sample.Reviewer, now)),
        ("owner-approves", (change, now) => Sample.Decide(change, Sample.Owner, now: now)),
        ("manager-approves", (change, now) => Sample.Decide(change, Sample.Manager, now: now)),
        ("reject", (change, now) => Sample.Decide(change, Sample.Manager, Ruling.Reject, now)),
        ("defer", (change, now) => Sample.Decide(change, Sample.Manager, Ruling.Defer, now)),
        ("ask", (change, now) => Sample.Decide(change, Sample.Manager, Ruling.RequestInformation, now)),
        ("hold", (change, now) => change.Hold("Wait.", Sample.Manager, now)),
        ("resume", (change, now) => change.Resume("Go on.", Sample.Manager, now)),
        ("resume-too-late", (change, _) => change.Resume("Go on.", Sample.Manager, Sample.WindowUntil)),
        ("expire", (change, _) => change.ExpireAuthorization(Sample.WindowUntil)),
        ("cancel", (change, now) => change.CallOff("No.", Sample.Requester, now)),
        ("revise", (change, now) => change.Revise("Again.", Sample.Requester, now)),
        ("execute", (change, _) =>
        {
            change.Executed(Sample.Report(change, ExecutionResult.Validated));
            return null;
        }),
        ("close", (change, now) => change.Close(CloseCode.Successful, "Done.", Sample.Manager, now)),
        ("return", (change, now) => change.Return("Once more.", Sample.Manager, now)),
    ];

    [Fact]
    public void What_must_always_hold_holds_after_every_act_in_every_order()
    {
        var known = new HashSet<string> { Sketch(Walk([]).Change) };
        var ends = new Queue<int[]>([[]]);
        var statuses = new HashSet<ChangeStatus>();
        while (ends.TryDequeue(out var way))
            for (var act = 0; act < Acts.Length; act++)
            {
                int[] further = [.. way, act];
                var (change, facts) = Walk(further);
                Check(change, facts, string.Join(" ", further.Select(step => Acts[step].Name)));
                statuses.Add(change.Status);
                if (further.Length < LongestWay && known.Add(Sketch(change)))
                    ends.Enqueue(further);
            }

        Assert.Equal(Enum.GetValues<ChangeStatus>().Order(), statuses.Order());
        Assert.True(known.Count > 100, $"{known.Count} different places");
    }

    [Fact]
    public void Refused_act_leaves_the_change_as_it_was()
    {
        foreach (var (name, act) in Acts)
            foreach (var change in (Change[])[Sample.Draft(), Sample.InAssess(), Sample.InAuthorize(), Sample.Approved()])
            {
                var before = (Sketch(change), change.Revision, change.Digest, change.Decisions.Count, change.DeferredUntil, change.CloseCode);
                if (act(change, Sample.Noon) is not null)
                    Assert.True(before == (Sketch(change), change.Revision, change.Digest, change.Decisions.Count, change.DeferredUntil, change.CloseCode), name);
            }
    }

    private static (Change Change, List<object> Facts) Walk(int[] way)
    {
        var change = Sample.Draft();
        foreach (var step in way)
            Acts[step].Act(change, Sample.Noon);
        return (change, [.. change.TakeFacts()]);
    }

    /// <summary>What decides what can happen next; how often it has been edited does not.</summary>
    private static string Sketch(Change change) => string.Create(
        CultureInfo.InvariantCulture,
        $"{change.Status} {change.ReturnsTo} {string.Join(',', change.StandingApprovals.Select(approval => approval.By))} {change.Assessment is null} {change.AuthorizationId is null} {change.ExecutedWithoutAuthorization} {change.ReportedBy}");

    private static void Check(Change change, List<object> facts, string way)
    {
        var isApproved = change.Status is ChangeStatus.Approved;
        That(isApproved == change.AuthorizationId is not null, "authorized exactly while approved");
        That(isApproved == change.AuthorizedUntil is not null, "an expiry exactly while approved");
        That(change.ReturnsTo is not null == ChangeLifecycle.IsAside(change.Status), "a way back exactly while aside");
        That(change.ReturnsTo is null or ChangeStatus.Assess or ChangeStatus.Authorize or ChangeStatus.Approved, "back to where work goes on");
        That(change.DeferredUntil is not null == change.Status is ChangeStatus.Deferred, "a wake-up exactly while deferred");
        That(change.Digest == change.Content.Digest(change.Assessment), "the digest is that of the content and its assessment");
        That(change.Revision == 1 + change.Content.Title.Count(letter => letter == '!') + Flips(facts), "only edits make revisions");

        var seating = new ApprovalRule(change, Sample.Owners).Seating();
        That(!isApproved || !seating.Open.Any(), "approved with every seat filled");
        That(change.Status is not ChangeStatus.Authorize || seating.Open.Any(), "in authorize a seat is open, or nobody could go on");
        That(change.Decisions.All(decision => decision.By != change.Requester), "nobody decided on their own");

        var authorizations = facts.OfType<ChangeAuthorization>().ToList();
        var withdrawn = facts.OfType<AuthorizationWithdrawn>().Select(fact => fact.AuthorizationId).ToList();
        var live = authorizations.Where(authorization => !withdrawn.Contains(authorization.Id)).ToList();
        That(withdrawn.Distinct().Count() == withdrawn.Count, "withdrawn once");
        That(withdrawn.All(id => authorizations.Any(authorization => authorization.Id == id)), "withdrawn after it was given");
        That(live.Select(authorization => (AuthorizationId?)authorization.Id).SequenceEqual(isApproved ? [change.AuthorizationId] : []), "the channel knows the live one");
        That(live.All(authorization => authorization.Digest == change.Digest && authorization.Revision == change.Revision), "of exactly this");
        That(live.All(authorization => authorization.Deciders.Select(decider => decider.Account).ToHashSet()
            .SetEquals(change.StandingApprovals.Select(approval => approval.By))), "by those whose approval stands");

        var last = facts.OfType<ChangeSnapshot>().Last();
        That((last.Status, last.Revision, last.Digest) == (change.Status, change.Revision, change.Digest), "the channel sees what there is");

        void That(bool holds, string what) => Assert.True(holds, $"Not so: {what}. After: {way}");
    }

    private static int Flips(IEnumerable<object> facts)
    {
        var contents = facts.OfType<ChangeSnapshot>().ToList();
        return contents.Zip(contents.Skip(1)).Count(pair => pair.First.Revision != pair.Second.Revision && pair.First.Title == pair.Second.Title);
    }
}
