using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.Persistence;

namespace Sluice.Acceptance.Tests.Kernel;

/// <summary>Two who wait for each other. PostgreSQL ends one of them; SQLite has one writer at a time.</summary>
public sealed class DeadlockTests
{
    private const string Waiting =
        "select count(*) from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()";

    [Fact]
    public async Task Act_that_was_ended_because_of_a_deadlock_is_carried_out_all_the_same()
    {
        await using var sluice = await RunningSluice.New(Store.Postgres);
        var qa = await sluice.As("qa");
        var (first, second) = (await Saved(qa, "First"), await Saved(qa, "Second"));
        (await qa.Post($"/me/views/{second}/default")).Is(200);
        await using var scope = await sluice.ScopeOf("qa");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var other = await db.Database.BeginTransactionAsync();
        await Touch(db, first);

        // It takes the second's row first, whose place is to be free, and waits for the first's.
        var reply = qa.Post($"/me/views/{first}/default");
        while (!reply.IsCompleted && (long)(await sluice.Database.Run(Waiting))! == 0)
            await Task.Delay(10);
        // Who waited first is the first to look whether it does so in vain.
        await Touch(db, second);
        await other.CommitAsync();

        Assert.True((bool)(await reply).Is(200)["isDefault"]);
    }

    private static Task<int> Touch(AppDb db, Guid view) =>
        db.Database.ExecuteSqlAsync($"update saved_view set name = name where id = {view}");

    private static async Task<Guid> Saved(Caller caller, string name) =>
        Guid.Parse((await caller.Post("/me/views", new { list = "audit", name })).Is(201).Text("id"));
}
