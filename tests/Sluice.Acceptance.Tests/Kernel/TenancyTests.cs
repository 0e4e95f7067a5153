using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.Files;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Acceptance.Tests.Kernel;

public sealed class TenancyTests
{
    [Fact]
    public async Task Row_security_hides_other_organisations_when_the_filters_are_off()
    {
        var sluice = await RunningSluice.On(Store.Postgres);
        await using var scope = await sluice.ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        var people = await db.Set<Person>().IgnoreQueryFilters().Select(person => person.Account).ToListAsync();

        Assert.Contains(new Account("requester"), people);
        Assert.DoesNotContain(new Account("other-requester"), people);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Filters_alone_hide_other_organisations_too(Store store)
    {
        var sluice = await RunningSluice.On(store);
        await using var scope = await sluice.ScopeOf("other-admin");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        var people = await db.Set<Person>().Select(person => person.Account.Name).ToListAsync();

        Assert.Equal(["other-admin", "other-requester"], people.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Raw_statement_of_the_application_sees_its_tenant_and_without_one_nothing()
    {
        var sluice = await RunningSluice.On(Store.Postgres);
        await (await sluice.As("requester")).Post("/changes", Samples.Change("So that there is a row in more tables"));
        var (demo, other) = (await TenantOf(sluice, "requester"), await TenantOf(sluice, "other-requester"));
        await using var connection = await AsApplication(sluice);
        var tables = await TenantTables(sluice);

        Assert.NotEmpty(tables);
        foreach (var table in tables)
            Assert.Equal(0, await Count(connection, $"select count(*) from \"{table}\""));
        await using var transaction = await connection.BeginTransactionAsync();
        await Run(connection, $"select set_config('sluice.tenant', '{demo.Value}', true)");
        Assert.NotEqual(0, await Count(connection, "select count(*) from change"));
        foreach (var table in tables)
            Assert.Equal(0, await Count(connection, $"select count(*) from \"{table}\" where tenant_id <> '{demo.Value}'"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(connection,
            $"insert into stored_file (tenant_id, sha256, size, at) values ('{other.Value}', '{new string('a', 64)}', 1, now())"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Row_security_is_forced_on_every_table_with_a_tenant_and_the_application_owns_none()
    {
        var sluice = await RunningSluice.On(Store.Postgres);
        await using var connection = await AsApplication(sluice);

        var tables = await TenantTables(sluice);

        Assert.NotEmpty(tables);
        foreach (var table in tables)
            Assert.Equal(1, await Count(connection, $"""
                select count(*) from pg_class join pg_roles on pg_roles.oid = relowner
                where relname = '{table}' and relrowsecurity and relforcerowsecurity and rolname <> current_user
                """));
        Assert.Equal(1, await Count(connection,
            "select count(*) from pg_roles where rolname = current_user and not rolsuper and not rolbypassrls"));
    }

    [Fact]
    public async Task Titles_to_search_are_seen_by_their_own_organisation_alone_and_through_the_view_alone()
    {
        var sluice = await RunningSluice.On(Store.Postgres);
        (await (await sluice.As("requester")).Post("/changes", Samples.Change("Mauve lattice of the demo"))).Is(201);
        var other = Samples.Change("Mauve lattice of the other");
        other["systems"] = new JsonArray("claims-web");
        (await (await sluice.As("other-requester")).Post("/changes", other)).Is(201);
        const string Titles = "select count(*) from change_title_search where title_folded like '%mauve lattice%'";
        await using var connection = await AsApplication(sluice);

        Assert.Equal(0, await Count(connection, Titles));
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await Run(connection, $"select set_config('sluice.tenant', '{(await TenantOf(sluice, "requester")).Value}', true)");
            Assert.Equal(1, await Count(connection, Titles));
            Assert.Equal(0, await Count(connection, Titles + " and title_folded like '%other%'"));
        }
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Count(connection, "select count(*) from change_title"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Scope_without_a_tenant_throws_and_does_not_read_all(Store store)
    {
        var sluice = await RunningSluice.On(store);
        await using var scope = sluice.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Set<Person>().ToListAsync());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Row_of_another_tenant_is_not_written(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var other = await TenantOf(sluice, "other-requester");
        await using var scope = await sluice.ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        db.Add(new StoredFile(other, new string('b', 64), 1, DateTimeOffset.UnixEpoch));
        await Assert.ThrowsAsync<CrossTenantWriteException>(() => db.SaveChangesAsync());

        db.ChangeTracker.Clear();
        db.Attach(new StoredFile(other, new string('b', 64), 1, DateTimeOffset.UnixEpoch)).State = EntityState.Modified;
        await Assert.ThrowsAsync<CrossTenantWriteException>(() => db.SaveChangesAsync());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Pooled_context_does_not_carry_a_tenant_over(Store store)
    {
        var sluice = await RunningSluice.On(store);

        for (var round = 0; round < 3; round++)
            foreach (var account in (string[])["requester", "other-requester"])
            {
                await using var scope = await sluice.ScopeOf(account);
                var db = scope.ServiceProvider.GetRequiredService<AppDb>();
                Assert.NotNull(await db.Set<Person>().SingleOrDefaultAsync(person => person.Account == new Account(account)));
                Assert.Equal(await TenantOf(sluice, account), db.Tenant);
            }
    }

    private static async Task<TenantId> TenantOf(RunningSluice sluice, string account)
    {
        await using var scope = await sluice.ScopeOf(account);
        return scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id;
    }

    private static async Task<List<string>> TenantTables(RunningSluice sluice)
    {
        await using var scope = await sluice.ScopeOf("requester");
        return [.. DatabaseGuards.Tables(scope.ServiceProvider.GetRequiredService<AppDb>())
            .Where(table => table.Entity.IsAssignableTo(typeof(ITenantOwned))).Select(table => table.Table)];
    }

    private static async Task<NpgsqlConnection> AsApplication(RunningSluice sluice)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(sluice.Database.Connection)
        {
            Options = $"-c role={DatabaseGuards.AppRole}", Pooling = false,
        }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    private static async Task Run(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Count(NpgsqlConnection connection, string query)
    {
        await using var command = new NpgsqlCommand(query, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
