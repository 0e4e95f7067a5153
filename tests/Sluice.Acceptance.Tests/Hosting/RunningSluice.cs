using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sluice.Kernel.Tenancy;
using Sluice.Web.Hosting;

namespace Sluice.Acceptance.Tests.Hosting;

/// <summary>The whole product on a real port and a real database, in demo mode.</summary>
public sealed class RunningSluice : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Store, Lazy<Task<TestDatabase>>> Prepared = new();
    private static readonly ConcurrentDictionary<(Store, string), Lazy<Task<RunningSluice>>> Shared = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<Caller>>> callers = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> kept = new();
    private readonly WebApplication app;

    private RunningSluice(WebApplication app, TestDatabase database)
    {
        (this.app, Database) = (app, database);
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public TestDatabase Database { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => Http.BaseAddress!;

    public DateTimeOffset Now => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Nobody in particular.</summary>
    public HttpClient Http { get; }

    /// <summary>One for all tests that only add to it; they make their own records and leave the others' alone.</summary>
    /// <param name="purpose">Tests that fill it with what others should not have to look at name a purpose of their own.</param>
    public static Task<RunningSluice> On(Store store, string purpose = "") =>
        Shared.GetOrAdd((store, purpose), _ => new(() => New(store))).Value;

    /// <summary>After the last test.</summary>
    public static async Task DisposeShared()
    {
        foreach (var sluice in Shared.Values)
            await (await sluice.Value).DisposeAsync();
        foreach (var database in Prepared.Values)
            await (await database.Value).DisposeAsync();
    }

    /// <summary>For tests that need it to themselves.</summary>
    /// <remarks>Whose clock does not begin with the present begins with nothing, which is filled by that clock.</remarks>
    public static async Task<RunningSluice> New(Store store, TimeProvider? clock = null, params string[] arguments)
    {
        var database = clock is null or SetClock
            ? await (await Prepared.GetOrAdd(store, _ => new(() => Prepare(store))).Value).Copy()
            : await TestDatabase.New(store);
        return await Start(database, clock, arguments);
    }

    /// <summary>On a database that may have been used before.</summary>
    public static async Task<RunningSluice> Start(TestDatabase database, TimeProvider? clock = null, params string[] arguments)
    {
        var app = SluiceHost.Build(
            ["--demo", "--story", "none", "--urls", "http://127.0.0.1:0", .. database.HostArguments, .. arguments],
            builder =>
            {
                if (clock is not null)
                    builder.Services.AddSingleton(clock);
            });
        await app.Services.GetRequiredService<DatabasePreparation>().Begin();
        await app.StartAsync();
        return new(app, database);
    }

    /// <summary>One of the demo's people, with a token of all scopes.</summary>
    public Task<Caller> As(string account) => callers.GetOrAdd(account, name => new(() => SignIn(name))).Value;

    /// <summary>Made once for that purpose, and used again by whoever names it.</summary>
    public Task<string> Kept(string purpose, Func<RunningSluice, Task<string>> make) =>
        kept.GetOrAdd(purpose, _ => new(() => make(this))).Value;

    /// <summary>A scope of services that works for that person's organisation, as a request would.</summary>
    public async Task<AsyncServiceScope> ScopeOf(string account)
    {
        var scope = app.Services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<AddOrganisation>().TenantOf(account, default);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant!.Value);
        return scope;
    }

    /// <summary>What time alone brings about, without waiting for the next beat.</summary>
    public Task Tick() => app.Services.GetServices<IHostedService>().OfType<Clockwork>().Single().Tick(default);

    public async Task Stop() => await app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Migrated and filled by a host, as each start does it; the others copy what it has made.</summary>
    private static async Task<TestDatabase> Prepare(Store store)
    {
        var sluice = await Start(await TestDatabase.New(store));
        await sluice.app.Services.GetRequiredService<DatabasePreparation>().Done;
        await sluice.Stop();
        await sluice.app.DisposeAsync();
        await sluice.Database.HangUp();
        return sluice.Database;
    }

    private async Task<Caller> SignIn(string account)
    {
        var reply = await new Caller(Http, null).Post("/demo/token", new { account });
        return new(Http, (string)reply.Json["token"]!);
    }
}
