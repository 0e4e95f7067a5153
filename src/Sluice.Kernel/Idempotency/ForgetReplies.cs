using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Idempotency;

/// <summary>Removes stored replies that have had their day.</summary>
public sealed class ForgetReplies(AppDb db, UnitOfWork work, TimeProvider clock)
{
    private const int MostAtOnce = 500;

    /// <returns>Whether there may be more: it takes so many at once and no more.</returns>
    public async Task<bool> Handle(CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - IdempotentCall.Kept;
        // Asked first, without a lock: there is hardly ever one.
        if (!await db.Set<StoredReply>().AnyAsync(reply => reply.At <= oldest, ct))
            return false;
        var forgotten = await work.Act<bool>(async () =>
        {
            var replies = await db.Set<StoredReply>().Where(reply => reply.At <= oldest)
                .OrderBy(reply => reply.At).Take(MostAtOnce).ToListAsync(ct);
            db.RemoveRange(replies);
            await db.SaveChangesAsync(ct);
            return replies.Count == MostAtOnce;
        }, ct);
        return forgotten is { Refusal: null, Value: true };
    }
}
