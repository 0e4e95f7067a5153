using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.Persistence;
using Sluice.Production.Calendar;

namespace Sluice.Acceptance.Tests.Production;

/// <summary>Records of a test's own: the servers are shared.</summary>
internal static class Given
{
    private static int count;

    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public static string Key(string name) => $"{name}-{Interlocked.Increment(ref count)}";

    public static DateTimeOffset In(double days, double hours = 0) => Now.AddDays(days).AddHours(hours);

    public static object Team(string key, params string[] members) => new { key, name = "A team", members };

    public static object System(string key, string ownerTeam, params string[] dependsOn) =>
        new { key, name = "A system", ownerTeam, criticality = "high", environment = "production", dependsOn };

    public static async Task<string> AddedSystem(this RunningSluice sluice, params string[] dependsOn)
    {
        var key = Key("system");
        (await (await sluice.As("admin")).Post("/systems", System(key, "payments", dependsOn))).Is(201);
        return key;
    }

    public static async Task<string> AddedWindow(
        this RunningSluice sluice, DateTimeOffset from, DateTimeOffset until, string[] systems, int? maxChanges = null,
        int? maxRiskPoints = null)
    {
        var key = Key("window");
        (await (await sluice.As("production-control")).Post("/windows",
            new { key, title = "A window", from, until, zone = "Europe/Berlin", systems, maxChanges, maxRiskPoints })).Is(201);
        return key;
    }

    public static Booking Booking(string holder, DateTimeOffset from, DateTimeOffset until, params string[] systems) =>
        new(holder, "Work", from, until, systems, null, 1, 3, []);

    /// <summary>As a module would keep bookings: in a unit of work, with one save at its end.</summary>
    public static async Task Books(this RunningSluice sluice, Func<KeepBookings, Task> keep)
    {
        await using var scope = await sluice.ScopeOf("release-manager");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var keeper = scope.ServiceProvider.GetRequiredService<KeepBookings>();
        var outcome = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Act<string>(async () =>
        {
            await keep(keeper);
            await db.SaveChangesAsync();
            return "kept";
        }, default);
        Assert.Null(outcome.Refusal);
    }

    public static async Task Books(this RunningSluice sluice, params Booking[] bookings) => await sluice.Books(async keep =>
    {
        foreach (var booking in bookings)
            await keep.Put(booking, default);
    });

    /// <summary>Asks one of the public queries that other modules ask.</summary>
    public static async Task<TAnswer> Asks<TQuery, TAnswer>(
        this RunningSluice sluice, Func<TQuery, Task<TAnswer>> ask, string account = "requester") where TQuery : notnull
    {
        await using var scope = await sluice.ScopeOf(account);
        return await ask(scope.ServiceProvider.GetRequiredService<TQuery>());
    }
}
