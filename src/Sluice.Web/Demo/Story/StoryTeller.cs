using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;
using Sluice.Web.Hosting;

namespace Sluice.Web.Demo.Story;

/// <summary>
/// Tells the demo's story once: a quarter of changes and releases, through everybody's slices, each act in its person's name and
/// at its own moment, so that histories are real and verify.
/// </summary>
/// <remarks>
/// It begins when the host serves already, and after each act leaves the processor and SQLite's only writer to visitors for as
/// long as that act took.
/// </remarks>
internal sealed partial class StoryTeller(
    IServiceScopeFactory scopes, StoryClock clock, LaunchOptions options, IHostApplicationLifetime host, ILogger<StoryTeller> log)
    : BackgroundService
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);
    private readonly TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether all of it could be told or not.</summary>
    public Task Told => told.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await host.Started(stoppingToken);
            await Task.Yield(); // The start goes on meanwhile.
            await using var turn = await StoryTurn.Take(options, stoppingToken);
            await Tell(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return; // The next start goes on with it.
        }
        catch (Exception failure)
        {
            Broken(failure);
        }
        finally
        {
            told.TrySetResult();
        }
    }

    private async Task Tell(CancellationToken stopping)
    {
        var tenant = await Read((scope, ct) => scope.GetRequiredService<AddOrganisation>().TenantOf("admin", ct), stopping);
        var days = new StoryDays(await FirstTold(tenant!.Value, stopping) ?? StoryDays.ToTheMinute(clock.GetUtcNow()));
        var script = Chapters.Whole.Of(days);
        var entries = await Entries(tenant.Value, days, stopping);
        if (entries.ContainsKey(script.Ending.At))
            return; // Whatever visitors have made of the rest.

        var references = script.InOrderOfTime().Where(act => act.Begins is not null && entries.ContainsKey(act.At))
            .ToDictionary(act => act.Begins!, act => entries[act.At]);
        foreach (var act in script.InOrderOfTelling())
        {
            if (entries.ContainsKey(act.At))
                continue;
            var before = clock.GetTimestamp();
            await Tell(act, tenant.Value, references, stopping);
            var pause = clock.GetElapsedTime(before);
            await Task.Delay(pause < LeastPause ? LeastPause : pause > LongestPause ? LongestPause : pause, clock, stopping);
        }
    }

    private Task Tell(Act act, TenantId tenant, Dictionary<string, string> references, CancellationToken stopping) =>
        clock.At(act.At, async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            services.GetRequiredService<CurrentTenant>().Enter(tenant);
            services.GetRequiredService<CurrentActor>().Enter(
                new(tenant, new(act.By), DemoPeople.RolesOf(act.By)), act.By, [Scope.Write]);
            var stage = new Stage(services, references, stopping);
            await act.Do(stage);
            if (stage.Refusal is { } refusal)
                Refused(act.By, act.At, string.Join("; ", refusal.Reasons.Select(reason => $"{reason.Code}: {reason.Detail}")));
            else if (act.Begins is { } key)
                references[key] = stage.Begun!;
        });

    /// <summary>When the story that this database holds was first told; null when it holds none.</summary>
    private Task<DateTimeOffset?> FirstTold(TenantId tenant, CancellationToken stopping) => Read(async (scope, ct) =>
    {
        scope.GetRequiredService<CurrentTenant>().Enter(tenant);
        var chain = "team/" + Estate.Teams[0].Key;
        var beginning = await scope.GetRequiredService<AppDb>().Ledger.AsNoTracking()
            .Where(row => row.Record == chain && row.Sequence == 1).Select(row => (DateTimeOffset?)row.At).SingleOrDefaultAsync(ct);
        return beginning is { } at ? StoryDays.BegunAt(at) : (DateTimeOffset?)null;
    }, stopping);

    /// <summary>Which record an act of each moment was done to.</summary>
    private Task<Dictionary<DateTimeOffset, string>> Entries(TenantId tenant, StoryDays days, CancellationToken stopping) =>
        Read(async (scope, ct) =>
        {
            scope.GetRequiredService<CurrentTenant>().Enter(tenant);
            var rows = await scope.GetRequiredService<AppDb>().Ledger.AsNoTracking()
                .Where(row => row.At >= days.Beginning && row.At < days.Now.AddMinutes(1))
                .Select(row => new { row.At, row.Record, row.Sequence }).ToListAsync(ct);
            return rows.GroupBy(row => row.At).ToDictionary(same => same.Key, same => same.MinBy(row => row.Sequence)!.Record);
        }, stopping);

    private async Task<T> Read<T>(Func<IServiceProvider, CancellationToken, Task<T>> read, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider, stopping);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo's story goes on without what {Person} did at {Moment}: {Reasons}")]
    private partial void Refused(string person, DateTimeOffset moment, string reasons);

    [LoggerMessage(Level = LogLevel.Error, Message = "The demo's story breaks off; the next start goes on with it")]
    private partial void Broken(Exception failure);
}
