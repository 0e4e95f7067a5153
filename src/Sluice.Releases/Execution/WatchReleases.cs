using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Releases.Execution;

/// <summary>Looks how far releases are, once for all who watch, however many they are.</summary>
/// <remarks>
/// What this process commits is seen at once; what another commits, at the next look. No transaction and no connection is held between
/// two looks.
/// </remarks>
public sealed class WatchReleases(CommitSignal commits, IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // By the commit that they wait for: those who are woken by the same one look together, and what they saw goes with it.
    private readonly ConditionalWeakTable<Task, ConcurrentDictionary<(TenantId, string), Look>> looks = [];

    private sealed record Look(long Round, Lazy<Task<StreamEvents.Moved>> Seen);

    /// <summary>How far the release is now, and what to wait for before looking again.</summary>
    internal async Task<(StreamEvents.Moved Now, Task Next)> See(TenantId tenant, string reference, CancellationToken ct)
    {
        var commit = commits.Next(tenant);
        var round = clock.GetTimestamp() / (long)(Pause.TotalSeconds * clock.TimestampFrequency);
        var look = looks.GetOrCreateValue(commit).AddOrUpdate(
            (tenant, reference), key => Begin(key, round), (key, last) => last.Round == round ? last : Begin(key, round));
        var now = await look.Seen.Value.WaitAsync(ct);
        return (now, Task.WhenAny(commit, Task.Delay(Pause, clock, ct)));
    }

    private Look Begin((TenantId Tenant, string Reference) watched, long round) =>
        new(round, new(() => Read(watched.Tenant, watched.Reference)));

    private async Task<StreamEvents.Moved> Read(TenantId tenant, string reference)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Releases.AsNoTracking()
            .Where(release => release.Number == ReleaseRef.Number(reference))
            .Select(release => new StreamEvents.Moved(reference, release.Status, release.Version)).SingleAsync();
    }
}
