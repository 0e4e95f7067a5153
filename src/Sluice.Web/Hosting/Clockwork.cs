using Sluice.Changes;
using Sluice.Kernel.Idempotency;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;
using Sluice.Releases;
using Sluice.Web.Demo.Story;

namespace Sluice.Web.Hosting;

/// <summary>What becomes true by time alone, for every organisation, every few seconds.</summary>
/// <remarks>Several nodes may run it at once: each step is an act like any other, and the one who comes second is refused.</remarks>
internal sealed class Clockwork(
    IServiceScopeFactory scopes, IHostApplicationLifetime host, IEnumerable<StoryTeller> stories, TimeProvider clock,
    ILogger<Clockwork> log) : BackgroundService
{
    private const int MostRounds = 20;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await host.Started(stoppingToken);
        // Halfway through a story of the past everything in it would have expired.
        await Task.WhenAll(stories.Select(story => story.Told)).WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Beat, clock);
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (await timer.WaitForNextTickAsync(stoppingToken))
                    await Tick(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The next beat tries again; stopping the clock would be worse than any single failure.
                log.Missed(failure);
            }
    }

    internal async Task Tick(CancellationToken ct)
    {
        foreach (var tenant in await Organisations(ct))
        {
            await WhileMore<ChangeClockwork>(tenant, slice => All(slice.Handle(ct)), ct);
            await WhileMore<ReleaseClockwork>(tenant, slice => All(slice.Handle(ct)), ct);
            await WhileMore<ForgetReplies>(tenant, slice => slice.Handle(ct), ct);
        }
    }

    /// <summary>It looks at everything that is due, so there is never more.</summary>
    private static async Task<bool> All(Task work)
    {
        await work;
        return false;
    }

    /// <summary>One slice's work for one organisation: what goes wrong there holds up nobody else.</summary>
    /// <param name="work">Says whether there may be more.</param>
    private async Task WhileMore<T>(TenantId tenant, Func<T, Task<bool>> work, CancellationToken ct) where T : notnull
    {
        try
        {
            for (var left = MostRounds; left > 0 && await Once(tenant, work); left--)
                ct.ThrowIfCancellationRequested();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.FailedFor(typeof(T).Name, tenant.Value, failure);
        }
    }

    private async Task<bool> Once<T>(TenantId tenant, Func<T, Task<bool>> work) where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    private async Task<List<TenantId>> Organisations(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AddOrganisation>().All(ct);
    }
}

internal static partial class ClockworkLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A beat of the clockwork failed")]
    public static partial void Missed(this ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Slice} failed for organisation {Organisation}; the next beat tries again")]
    public static partial void FailedFor(this ILogger log, string slice, Guid organisation, Exception failure);
}
