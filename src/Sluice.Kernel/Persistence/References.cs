using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Persistence;

/// <summary>The next free numbers of one kind of reference.</summary>
internal sealed class ReferenceBlock(TenantId tenantId, string prefix, int next) : ITenantOwned
{
    public TenantId TenantId { get; private set; } = tenantId;
    public string Prefix { get; private set; } = prefix;
    public int Next { get; private set; } = next;
}

/// <summary>
/// Hands out reference numbers from blocks of 32, each taken in a transaction of its own: a counter row taken with every record
/// would keep its lock until the record's commit, and all of a tenant's writers would queue up behind it.
/// </summary>
/// <remarks>Numbers are never given twice. After a restart the rest of a block is left out; gaps mean nothing.</remarks>
public sealed class References(IServiceScopeFactory scopes, WriteGate gate)
{
    private const int BlockSize = 32;
    private readonly ConcurrentDictionary<(TenantId, string), Block> blocks = new();

    /// <remarks>Before <see cref="UnitOfWork.Act"/>, not inside it: it needs the write gate for itself.</remarks>
    public async Task<int> Next(TenantId tenant, string prefix, int first, CancellationToken ct)
    {
        var block = blocks.GetOrAdd((tenant, prefix), _ => new());
        await block.Turn.WaitAsync(ct);
        try
        {
            if (block.Next == block.End)
                (block.Next, block.End) = await Take(tenant, prefix, first, ct);
            return block.Next++;
        }
        finally
        {
            block.Turn.Release();
        }
    }

    private async Task<(int Next, int End)> Take(TenantId tenant, string prefix, int first, CancellationToken ct)
    {
        using var turn = await gate.Enter(ct);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var end = await db.Database.SqlQuery<int>(
            $"""
            insert into reference_block (tenant_id, prefix, next) values ({Key(db, tenant)}, {prefix}, {first + BlockSize})
            on conflict (tenant_id, prefix) do update set next = reference_block.next + {BlockSize}
            returning next as "Value"
            """).ToListAsync(ct);
        await transaction.CommitAsync(ct);
        return (end[0] - BlockSize, end[0]);
    }

    // SQLite has no UUID: EF writes one as upper-case text.
    private static object Key(AppDb db, TenantId tenant) =>
        db.IsPostgres ? tenant.Value : tenant.Value.ToString().ToUpperInvariant();

    private sealed class Block
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public int Next { get; set; }
        public int End { get; set; }
    }
}
