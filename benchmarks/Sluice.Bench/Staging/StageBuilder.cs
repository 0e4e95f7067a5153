using System.Diagnostics;
using System.Globalization;
using Sluice.Bench.Capture;
using Sluice.Bench.Floor;
using Sluice.Bench.Load;
using Sluice.Bench.Running;
using Sluice.Bench.Seeding;

namespace Sluice.Bench.Staging;

/// <summary>Makes a database, fills it, watches what Sluice does for each request, and starts the floor with that.</summary>
/// <param name="statements">Null on SQLite, where only writes are compared.</param>
internal sealed class StageBuilder(Workplace workplace, Place place, Func<Task<IStore>> open, StatementLog? statements, TimeProvider clock)
{
    private const int GateSubjects = 8;

    // Above all that Sluice ever counts to here.
    private const int FirstOfFloor = 1_500_000_000;
    private static readonly string[] Systems = ["payments-api", "ledger-db", "core-batch"];
    private readonly List<Answer> answers = [];
    private readonly Dictionary<string, Cost> costs = [];

    public async Task<Stage> Build(int rows)
    {
        var began = Stopwatch.GetTimestamp();
        var sluice = workplace.StartSluice(place);
        await sluice.Answers("/readyz");
        var store = await open();
        using var desk = new Desk(sluice.Port);
        var (mass, almost, beside, executing) = await Families(store, desk);
        var first = await mass.Make(rows);
        await store.Settle();

        var (acts, subjects) = (new Acts(desk, clock), new[] { almost, beside, executing }.Select(family => new Subjects(store, family)).ToArray());
        var create = await acts.Create();
        (string Name, Subjects Subjects, Func<int, byte[]> Request)[] writes =
        [
            ("decide", subjects[0], await acts.Decide()), ("add-item", subjects[1], await acts.AddItem()),
            ("complete-step", subjects[2], await acts.CompleteStep()),
        ];
        var running = await CopiesOf(executing, store);
        var questions = statements is null ? new Dictionary<string, List<byte[]>>() : await new Questions(desk, first, rows).All(running);
        await store.Settle();
        await Capture(store, sluice, create, writes, questions);

        var plan = Path.Combine(workplace.Folder, "plan.json");
        new FloorPlan(store.Tenant, FirstOfFloor, answers).Write(plan);
        var floor = workplace.StartFloor(place, plan);
        await floor.Answers("/healthz");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {rows:N0} changes ready after {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s"));
        return new()
        {
            Store = store, Sluice = sluice, Floor = floor, Boards = subjects[2], CompleteStep = writes[2].Request, Costs = costs,
            Watcher = Request.Bearer(await desk.TokenOf("operations")),
            Workloads =
            [
                .. questions.Select(question => Workload.Asking(question.Key, question.Value)),
                new("create", IsWrite: true, null, create), .. writes.Select(write => Workload.Acting(write.Name, write.Subjects, write.Request)),
            ],
        };
    }

    private async Task<(Mass Mass, Family Almost, Family Beside, Family Executing)> Families(IStore store, Desk desk)
    {
        var made = (await Task.WhenAll(Systems.Select(system => Spread(new(desk, store.Tenant, system, clock))))).SelectMany(some => some).ToList();
        var originals = new Originals(desk, store.Tenant, Systems[0], clock);
        var (almost, beside, executing) = (
            await originals.AlmostApproved(), await originals.ApprovedBesideRelease(), await originals.Executing());

        var known = new List<(Table, List<string?[]>)>();
        foreach (var table in store.Tables)
            known.Add((table, await store.Rows(table)));
        var mass = new Mass(store, clock);
        foreach (var (marks, share) in made)
            mass.Add(new(known, marks with { Release = null }), share);
        return (mass, new(known, almost), new(known, beside), new(known, executing));
    }

    /// <summary>As of a thousand changes after some years: most are closed, and hardly any are late.</summary>
    private async Task<List<(Marks Marks, int Share)>> Spread(Originals originals)
    {
        (Func<Task<Marks>> Make, int Share)[] spread = statements is null
            ? [(originals.Draft, 50), (originals.Approved, 950)]
            :
            [
                (originals.Draft, 20), (originals.Assess, 20), (originals.Authorize, 30), (originals.AlmostApproved, 15),
                (originals.Approved, 30), (originals.Planned, 20), (originals.Scheduled, 20), (originals.Executing, 2),
                (originals.Delayed, 1), (originals.Cancelled, 40), (originals.Rejected, 30), (originals.Closed, 772),
            ];
        var made = new List<(Marks, int)>();
        foreach (var (make, share) in spread)
            made.Add((await make(), share));
        return made;
    }

    private static async Task<List<int>> CopiesOf(Family family, IStore store)
    {
        List<int> numbers = [.. Enumerable.Range(await store.TakeNumbers(GateSubjects), GateSubjects)];
        await family.Copy(store, numbers);
        return numbers;
    }

    private async Task Capture(
        IStore store, Server sluice, Func<byte[]> create, (string Name, Subjects Subjects, Func<int, byte[]> Request)[] writes,
        IReadOnlyDictionary<string, List<byte[]>> questions)
    {
        var asker = new Asker(sluice.Port, store, statements);
        await store.BeginNoting();
        await asker.Watch(async () =>
        {
            await Act("create", create, null);
            foreach (var (name, subjects, request) in writes)
            {
                await subjects.Prepare(2);
                await Act(name, () => request(subjects.Take()!.Value), subjects);
            }
            foreach (var (name, requests) in questions)
                foreach (var request in requests)
                    await Ask(name, request);
        });
        await store.EndNoting();

        async Task Act(string name, Func<byte[]> request, Subjects? subjects)
        {
            await asker.Act(request()); // The first of its kind does more than those that follow.
            var (answer, cost) = await asker.Act(request());
            answers.Add(answer);
            costs[name] = cost;
        }

        async Task Ask(string name, byte[] request)
        {
            var (answer, cost) = await asker.Ask(request, asPage: name is "change-page" or "changes-page" or "overview");
            answers.Add(answer);
            costs.TryAdd(name, cost);
        }
    }
}
