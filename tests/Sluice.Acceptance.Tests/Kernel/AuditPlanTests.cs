using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Acceptance.Tests.Kernel;

/// <summary>Asks the databases themselves how they search a ledger that is longer than a page.</summary>
public sealed class AuditPlanTests
{
    private const int Many = 6_000;
    private static readonly DateTimeOffset Start = new(2091, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory, ClassData(typeof(BothStores))]
    public async Task Ledger_is_searched_on_an_index_from_the_place_where_the_last_page_ended(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        await AddMany(sluice);
        await using var scope = await sluice.ScopeOf("auditor");
        var (db, search) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<SearchLedger>());
        var place = new Cursor("", $"{Start.AddMinutes(Many / 2):O} record-1", 1);

        foreach (var (asked, index) in ((SearchLedger.Request, string)[])
                 [
                     (new(), "ix_ledger_entry_tenant_id_at"),
                     (new() { Actor = "actor-7" }, "ix_ledger_entry_tenant_id_actor_at"),
                     (new() { Act = "act-3" }, "ix_ledger_entry_tenant_id_act_at"),
                 ])
        {
            var plan = await Plan(db, search.Entries(asked, place, 51));
            Assert.Contains(index, plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        }
    }

    private static async Task<string> Plan(AppDb db, IQueryable<LedgerRow> query)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = (command is NpgsqlCommand ? "explain " : "explain query plan ") + command.CommandText;
        command.Transaction = transaction.GetDbTransaction();
        var plan = new StringBuilder();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            plan.Append(reader.GetValue(reader.FieldCount - 1)).Append('\n');
        return plan.ToString();
    }

    /// <summary>A minute apart, by a hundred people who do thirty sorts of things.</summary>
    private static async Task AddMany(RunningSluice sluice)
    {
        await using var scope = await sluice.ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        for (var number = 0; number < Many; number++)
            db.Add(new LedgerRow(
                db.Tenant, $"record-{number / 5}", (number % 5) + 1, new Account($"actor-{number % 100}"), $"act-{number % 30}",
                Start.AddMinutes(number), "{}", Digest.None));
        await db.SaveChangesAsync();
        if (sluice.Database.Connection is not { } connection)
            return;
        await using var owner = new NpgsqlConnection(connection);
        await owner.OpenAsync();
        await using var analyze = new NpgsqlCommand("analyze ledger_entry", owner);
        await analyze.ExecuteNonQueryAsync();
    }
}
