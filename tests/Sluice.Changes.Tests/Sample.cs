using Sluice.Changes.Approvals;
using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;

namespace Sluice.Changes.Tests;

/// <summary>One change and the people around it, for tests that are about something else.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset WindowFrom = new(2026, 3, 5, 20, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset WindowUntil = new(2026, 3, 5, 23, 0, 0, TimeSpan.Zero);

    public static readonly Actor Requester = Person("requester", "requester");
    public static readonly Actor Owner = Person("owner", "app-owner");
    public static readonly Actor OtherOwner = Person("other-owner", "app-owner");
    public static readonly Actor Reviewer = Person("reviewer", "risk-reviewer");
    public static readonly Actor Manager = Person("manager", "change-manager");
    public static readonly Actor Cab1 = Person("cab-1", "cab-member");
    public static readonly Actor Cab2 = Person("cab-2", "cab-member");
    public static readonly Actor Auditor = Person("auditor", "auditor");

    public static readonly OwnerTeams Owners = new(new Dictionary<string, IReadOnlyList<Account>>
    {
        ["core-batch"] = [new("owner"), new("requester")],
        ["ledger-db"] = [new("other-owner"), new("owner")],
    });

    public static Actor Person(string account, params string[] roles) =>
        new(default, new(account), [.. roles.Select(role => new Role(role))]);

    public static ChangeContent Content() => new(
        ChangeKind.Normal, "Interest run", "Rates have moved.", SecurityImpact.Low, ["core-batch"], ["retail"], ["CHG-1001"],
        [new(ArtefactKind.Jcl, "INTCALC", "PROD.JCL", new string('a', 64), "author")], "Copy.", "Run in test.", "Copy back.",
        WindowFrom, WindowUntil);

    public static Change Draft(ChangeContent? content = null) => Change.Draft(1042, content ?? Content(), Requester, Noon);

    public static Change InAssess(ChangeContent? content = null)
    {
        var change = Draft(content);
        Done(change.Submit(null, Requester, Noon));
        return change;
    }

    public static Change InAuthorize(int likelihood = 1, int impact = 2, ChangeContent? content = null)
    {
        var change = InAssess(content);
        Assess(change, likelihood, impact);
        return change;
    }

    public static Change Approved()
    {
        var change = InAuthorize();
        Done(Decide(change, Owner));
        Done(Decide(change, Manager));
        Assert.Equal(ChangeStatus.Approved, change.Status);
        return change;
    }

    public static void Assess(Change change, int likelihood, int impact) => Done(change.Assess(
        new(likelihood, impact, "Seen before.", null, null, Reviewer.Account, Noon, change.Round + 1), Reviewer, Noon));

    public static Refusal? Decide(
        Change change, Actor actor, Ruling ruling = Ruling.Approve, DateTimeOffset? now = null, int? revision = null,
        OwnerTeams? owners = null) => change.Decide(
        new(ruling, revision ?? change.Revision, "Because.", ruling is Ruling.Defer ? (now ?? Noon).AddHours(1) : null, null),
        owners ?? Owners, actor, now ?? Noon);

    public static void Done(Refusal? refusal) => Assert.Equal([], refusal?.Reasons ?? []);

    public static IEnumerable<string> Codes(Refusal? refusal) => refusal?.Reasons.Select(reason => reason.Code) ?? [];

    public static DeliveryMoved Moved(Change change, DeliveryStatus status, string? reason = null) => new(
        default, default, change.Id, "REL-1", status, reason, null, new("release-manager"), Noon);

    public static StaffingDeclared Staffed(Change change, params string[] people) => new(
        default, default, change.Id, [.. people.Select(person => new Account(person))], change.SnapshotVersion, Noon);

    public static ExecutionReport Report(Change change, ExecutionResult result, string release = "REL-1") => new(
        default, default, change.Id, release, result, Noon, Noon.AddMinutes(5), [], new("release-manager"), Noon.AddMinutes(5));
}
