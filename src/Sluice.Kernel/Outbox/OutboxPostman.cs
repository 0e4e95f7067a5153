using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Outbox;

/// <summary>Sends what this process commits at once, and what another left behind on the next round.</summary>
internal sealed partial class OutboxPostman(
    OutboxSignal signal, IServiceScopeFactory scopes, IHostApplicationLifetime host, TimeProvider clock,
    ILogger<OutboxPostman> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    // What is committed within a breath goes out together: each sending costs two small transactions and a flush.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await host.Started(stoppingToken);
        await Task.WhenAll(GoRound(stoppingToken), Answer(stoppingToken));
    }

    private async Task GoRound(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, clock);
        do
            await Try(KickAll, stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Answer(CancellationToken stoppingToken)
    {
        while (true)
        {
            var tenant = await signal.Next(stoppingToken);
            await Try(ct => Send(tenant, ct), stoppingToken);
            await Task.Delay(Breath, stoppingToken);
        }
    }

    private async Task KickAll(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var tenant in await scope.ServiceProvider.GetRequiredService<AddOrganisation>().All(ct))
            signal.Kick(tenant);
    }

    private async Task Send(TenantId tenant, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        await scope.ServiceProvider.GetRequiredService<SendOutbox>().Handle(ct);
    }

    private async Task Try(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await work(ct);
        }
        catch (Exception failure)
        {
            // The next round tries again; giving up would be worse than any single failure.
            if (!ct.IsCancellationRequested)
                Missed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be sent")]
    private partial void Missed(Exception failure);
}
