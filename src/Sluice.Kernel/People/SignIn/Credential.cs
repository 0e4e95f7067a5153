using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.People.SignIn;

/// <summary>
/// A local password, hashed by ASP.NET Core Identity, and how often it has been guessed wrong (<see cref="Throttle"/>).
/// </summary>
internal sealed class Credential : ITenantOwned
{
    private static readonly PasswordHasher<Credential> Hasher = new();

    // What a sign-in with an unknown name is checked against, so that it takes as long as one with a known name.
    private static readonly Credential Nobody = new(new("nobody"), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    private Credential() => (Hash, Stamp) = (null!, null!);

    public Credential(Account account, string password)
    {
        Account = account;
        Hash = Hasher.HashPassword(this, password);
        Stamp = NewStamp();
    }

    private Credential(Account account) => (Account, Hash, Stamp) = (account, Nobody.Hash, NewStamp());

    public TenantId TenantId { get; private set; }
    public Account Account { get; private set; }
    public string Hash { get; private set; }

    /// <summary>Part of every cookie: a new password signs out everywhere else.</summary>
    public string Stamp { get; private set; }

    public int Failures { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>Of somebody whom no password signs in. It takes as long to find that out as with any other.</summary>
    public static Credential Closed(Account account) => new(account);

    public static void CheckNobody(string password) => Nobody.IsRight(password);

    public bool IsLocked(DateTimeOffset now) => new Throttle(Failures, LockedUntil).IsLocked(now);

    /// <summary>Counts the attempt.</summary>
    public bool Try(string password, DateTimeOffset now)
    {
        if (IsRight(password))
        {
            (Failures, LockedUntil) = (0, null);
            return true;
        }
        (Failures, LockedUntil) = new Throttle(Failures, LockedUntil).Failed(now);
        return false;
    }

    public void Replace(string password) => (Hash, Stamp, Failures, LockedUntil) = (Hasher.HashPassword(this, password), NewStamp(), 0, null);

    private bool IsRight(string password) =>
        Hasher.VerifyHashedPassword(this, Hash, password) is not PasswordVerificationResult.Failed;

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
