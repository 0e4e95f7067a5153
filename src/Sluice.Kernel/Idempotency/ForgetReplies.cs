using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Idempotency;

/// <summary>Removes stored replies that have had their day.</summary>
public sealed class ForgetReplies(AppDb db, UnitOfWork work, TimeProvider clock)
{
    private const int MostAtOnce = 500;

    public async Task Handle(CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - IdempotentCall.Kept;
        // Asked first, without a lock: there is hardly ever one.
        if (await db.Set<StoredReply>().AnyAsync(reply => reply.At <= oldest, ct))
            await work.Act<bool>(async () =>
            {
                db.RemoveRange(await db.Set<StoredReply>().Where(reply => reply.At <= oldest)
                    .OrderBy(reply => reply.At).Take(MostAtOnce).ToListAsync(ct));
                await db.SaveChangesAsync(ct);
                return true;
            }, ct);
    }
}
