using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People.SignIn;

/// <summary>Tries a password and counts the attempt, right or wrong, in a transaction of its own.</summary>
public sealed class PasswordCheck(AppDb db, WriteGate gate, TimeProvider clock)
{
    // One sentence for every way to fail: which names exist is nobody's business.
    internal static readonly Reason Wrong = new(ReasonKind.SignInRequired, "sign-in.wrong", "Name or password is not right.");

    internal static readonly Reason Locked =
        new(ReasonKind.TooMany, "sign-in.locked", "Too many wrong passwords. Try again in a few minutes.");

    /// <returns>The stamp that a session of this person carries.</returns>
    internal async Task<Outcome<string>> Handle(Account account, string password, CancellationToken ct)
    {
        using var turn = await gate.Enter(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var credential = await db.Set<Credential>().SingleOrDefaultAsync(known => known.Account == account, ct);
        if (credential is null)
            return Wrong;
        var now = clock.GetUtcNow();
        if (credential.IsLocked(now))
            return Locked;

        var right = credential.Try(password, now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Locked; // another guess was counted at the same moment
        }
        await transaction.CommitAsync(ct);
        return right ? credential.Stamp : Wrong;
    }
}
