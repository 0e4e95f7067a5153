using Sluice.Handover;
using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;
using Sluice.Ledger;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;
using Sluice.Releases.Execution;
using Sluice.Releases.Readiness;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Tests;

/// <summary>A release of two authorized changes in tonight's interval, with everything that makes it ready; tests take things away.</summary>
internal sealed class Example
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 22, 0, 0, TimeSpan.Zero);
    public static readonly TenantId Tenant = new(new Guid("0195a000-0000-7000-8000-000000000001"));
    public static readonly Actor Manager = Person("release-manager", "release-manager");
    public static readonly Actor Implementer = Person("implementer-1", "implementer");
    public static readonly Actor Qa = Person("qa", "qa");

    private readonly Dictionary<string, ChangeKnown> changes = [];

    public Example(params string[] dependencies)
    {
        Release = Release.Draft(1, "Tonight", "Interest and its job", null, Manager, Now);
        Know("CHG-1");
        Know("CHG-2", needs: dependencies);
        Add("CHG-1");
        Add("CHG-2");
        Write(Runbook);
        Release.Schedule(new(null, Now.AddHours(-1), Now.AddHours(4), "Etc/UTC"), Manager, Now);
    }

    public Release Release { get; }

    public Dictionary<string, TeamKnown> Teams { get; } = new()
    {
        ["night"] = new("night", "Night shift", [Implementer.Account, Qa.Account]),
    };

    public List<FreezeKnown> Freezes { get; } = [];

    public HashSet<string> InProduction { get; } = [];

    public HashSet<string> AuthorsMayImplement { get; } = [];

    public WindowKnown? Window { get; set; }

    public WindowLoad? Load { get; set; }

    public GateKnowledge Gate => new(changes.Values);

    public ReadinessFacts Facts => new(
        Gate, InProduction, Window, Freezes, Load, Teams,
        new[] { Implementer, Qa, Manager }.ToDictionary(
            person => person.Account, person => new PersonKnown(person.Account, person.Account.Name, person.Roles)),
        AuthorsMayImplement);

    /// <summary>Implement, verify and back out each; tell somebody at the end.</summary>
    public static IReadOnlyList<StepPlan> Runbook { get; } =
    [
        Step("i1", StepPhase.Implement, "CHG-1"), Step("v1", StepPhase.Verify, "CHG-1", "i1"),
        Step("i2", StepPhase.Implement, "CHG-2", "v1"), Step("v2", StepPhase.Verify, "CHG-2", "i2"),
        Step("tell", StepPhase.Communicate, null, "v2"),
        Step("b1", StepPhase.BackOut, "CHG-1") with { BacksOut = "i1" },
        Step("b2", StepPhase.BackOut, "CHG-2") with { BacksOut = "i2" },
    ];

    public static Actor Person(string account, params string[] roles) =>
        new(Tenant, new(account), [.. roles.Select(role => new Role(role))]);

    public static StepPlan Step(string key, StepPhase phase, string? change, params string[] dependsOn) =>
        new(key, key, phase, change, "night", null, 30, dependsOn, null);

    public void Know(
        string change, ChangeStatus status = ChangeStatus.Approved, IReadOnlyList<string>? needs = null, string? author = null,
        string decider = "change-manager", EvidenceKind evidence = EvidenceKind.TestResult, DateTimeOffset? until = null,
        bool isAuthorized = true, Risk risk = Risk.Low)
    {
        var id = new ChangeId(new Guid($"0195a000-0000-7000-8000-0000000001{change[^1]}0"));
        var digest = Digest.Of(change);
        var content = new SnapshotContent(
            ChangeKind.Normal, ["core-batch"], [],
            [new(ArtefactKind.Cobol, "CBACT04C", "PROD.LOADLIB", new string('a', 64), author)], [],
            [new(evidence, new string('b', 64))], needs ?? [], Now.AddHours(-2), until ?? Now.AddHours(6));
        changes[change] = new(
            new(Tenant, id, 7, change, status, 1, digest, risk, new("requester"), [new(decider)], null, $"Title of {change}", content, Now),
            isAuthorized
                ? new(Tenant, new(id.Value), id, 1, digest, Now.AddHours(-2), until ?? Now.AddHours(6), [], until ?? Now.AddHours(6),
                    new("requester"), [new(new(decider), "change-manager")], Now)
                : null);
    }

    public void Add(string change, params string[] dependsOn) =>
        Release.Add(changes[change], null, dependsOn, DeliveryStatus.Unplanned, Manager, Now);

    public void Write(IReadOnlyList<StepPlan> steps) => Release.Write(steps, Gate, Manager, Now);

    public IReadOnlyList<ReadinessCheck> Checks(DateTimeOffset? now = null) => ReadinessRules.Checks(Release, Facts, now ?? Now);

    public IEnumerable<string> Failing(DateTimeOffset? now = null) => Checks(now).Where(check => check.Blocks).Select(check => check.Code);

    public void Start()
    {
        Release.Go("", Gate, Manager, Now);
        Release.Start(null, Gate, Manager, Now);
    }

    public StepAsker Ask(Actor actor) =>
        new(Release, actor, Teams, Gate, new FourEyes(Release, Gate, AuthorsMayImplement), new Precedence(Release), Window, Freezes);

    public IEnumerable<string> Against(string step, StepFact fact, Actor actor, DateTimeOffset? now = null) =>
        StepRules.Against(Release.Step(step)!, fact, Ask(actor), now ?? Now).Select(reason => reason.Code);

    public IEnumerable<Sluice.Kernel.Outcomes.Reason> AgainstRunbook(IReadOnlyList<StepPlan> steps) => RunbookRules.Against(
        new([.. steps.Select(step => new WriteRunbook.StepDraft(
            step.Key, step.Title, step.Phase, step.Change, step.Team, step.Owner?.Name, step.Minutes, step.DependsOn, step.BacksOut))]),
        Release, new(Teams, Facts.People), new FourEyes(Release, Gate, AuthorsMayImplement));

    public void Do(StepFact fact, string step, int minute = 0) =>
        Release.Advance(Release.Step(step)!, fact, null, [], Gate, Implementer, Now.AddMinutes(minute));

    /// <summary>Starts and completes, a minute each.</summary>
    public void Done(params string[] steps)
    {
        foreach (var (step, place) in steps.Select((step, place) => (step, place)))
        {
            Do(StepFact.Started, step, place);
            Do(StepFact.Completed, step, place);
        }
    }

    public DeliveryStatus Of(string change) => Release.Item(change)!.Status;

    /// <summary>What the gate has been told since the last time.</summary>
    public List<Sluice.Kernel.Persistence.IFact> Told() => [.. Release.TakeFacts()];
}
