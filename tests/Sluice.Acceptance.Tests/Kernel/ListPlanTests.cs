using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Changes;
using Sluice.Kernel.Http;
using Sluice.Kernel.Persistence;
using Sluice.Releases;

namespace Sluice.Acceptance.Tests.Kernel;

/// <summary>Asks the databases themselves whether each sort is an index walked from a place on, with nothing left to sort.</summary>
public sealed class ListPlanTests
{
    private const string Moment = "2026-11-27T08:30:00.0000000+00:00";

    [Theory, ClassData(typeof(BothStores))]
    public async Task Every_sort_walks_its_index_and_sorts_nothing(Store store)
    {
        await using var scope = await (await RunningSluice.On(store)).ScopeOf("auditor");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        foreach (var (sort, column) in ((string, string)[])[("ref", "number"), ("updated", "updated_at_number"), ("from", "from_number")])
            foreach (var order in (string[])[sort, "-" + sort])
            {
                var place = new Cursor("", sort == "ref" ? null : Moment, 5);
                var requested = sort == "from" ? "requested_" : "";
                await Walks(db, db.Changes.AsNoTracking().Placed(order, place).Take(51), $"ix_change_tenant_id_{requested}{column}");
                await Walks(
                    db, db.Releases.AsNoTracking().Where(release => sort != "from" || release.From != null).Placed(order, place).Take(51),
                    $"ix_release_tenant_id_{column}");
            }
        await Walks(
            db, db.Releases.AsNoTracking().Where(release => release.From == null).Placed("-ref", new("", null, 5)).Take(51),
            "ix_release_tenant_id_");
    }

    private static async Task Walks<T>(AppDb db, IQueryable<T> query, string index)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using var command = query.CreateDbCommand();
        command.Transaction = transaction.GetDbTransaction();
        // The tables hold a page or so, how much so depends on what ran before: what is cheapest on millions of rows
        // is what is left when the rest is dear. A sort that cannot be done without stays in the plan, however dear.
        command.CommandText = command is NpgsqlCommand
            ? "set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off; "
                + $"set local enable_incremental_sort = off; explain {command.CommandText}"
            : "explain query plan " + command.CommandText;
        var plan = new StringBuilder();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            plan.Append(reader.GetValue(reader.FieldCount - 1)).Append('\n');
        Assert.Contains(index, plan.ToString(), StringComparison.Ordinal);
        foreach (var whole in (string[])["Sort", "USE TEMP B-TREE", "Seq Scan", "SCAN "])
            Assert.DoesNotContain(whole, plan.ToString(), StringComparison.Ordinal);
    }
}
