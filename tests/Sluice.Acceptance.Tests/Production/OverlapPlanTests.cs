using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.Persistence;
using Sluice.Production.Calendar;

namespace Sluice.Acceptance.Tests.Production;

/// <summary>Asks the databases themselves how they find what overlaps, among more bookings than fit in a page.</summary>
public sealed class OverlapPlanTests
{
    private const int Many = 4_000;
    private static readonly DateTimeOffset Start = new(2091, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_overlaps_is_found_on_an_index(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        await AddMany(sluice);
        var (from, until) = (Start.AddHours(Many - 20), Start.AddHours(Many - 10));

        await using var scope = await sluice.ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        await IsOnIndex(db, "booking", db.BookingsOverlapping(from, until));
        await IsOnIndex(db, "booking", db.BookingsIn(["w-7"]));
        var ofSystem = db.BookingsOverlapping(from, until, ["s-3", "s-4"]);
        await IsOnIndex(db, "booking", ofSystem);
        await IsOnIndex(db, "booking_of_system", ofSystem);
        Assert.Equal(2, await ofSystem.CountAsync());
    }

    private static async Task IsOnIndex(AppDb db, string table, IQueryable<BookingRow> query)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using var command = query.CreateDbCommand();
        var isPostgres = command is NpgsqlCommand;
        command.CommandText = (isPostgres ? "explain " : "explain query plan ") + command.CommandText;
        command.Transaction = transaction.GetDbTransaction();
        var plan = await Read(command);

        // SQLite calls a table by its alias, which is the first letter.
        Assert.Contains(isPostgres ? $" on {table} " : $"SEARCH {table[0]}", plan, StringComparison.Ordinal);
        Assert.DoesNotContain(isPostgres ? "Seq Scan" : "SCAN", plan, StringComparison.Ordinal);
    }

    private static async Task<string> Read(DbCommand command)
    {
        var plan = new StringBuilder();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            plan.Append(reader.GetValue(reader.FieldCount - 1)).Append('\n');
        return plan.ToString();
    }

    /// <summary>An hour each, one after another, on ten systems and in a hundred windows.</summary>
    private static async Task AddMany(RunningSluice sluice)
    {
        await using var scope = await sluice.ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        for (var hour = 0; hour < Many; hour++)
        {
            var (holder, from, system) = ($"CHG-{hour}", Start.AddHours(hour), $"s-{hour % 10}");
            var row = new BookingRow { Holder = holder };
            row.Take(new(holder, "Work", from, from.AddHours(1), [system], $"w-{hour % 100}", 1, 1, []));
            db.Add(row);
            db.Add(new BookingOfSystem(default, system, from.AddHours(1), from, holder));
        }
        await db.SaveChangesAsync();
        if (sluice.Database.Connection is not { } connection)
            return;
        await using var owner = new NpgsqlConnection(connection);
        await owner.OpenAsync();
        await using var analyze = new NpgsqlCommand("analyze booking; analyze booking_of_system", owner);
        await analyze.ExecuteNonQueryAsync();
    }
}
