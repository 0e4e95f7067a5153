using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.People;

public readonly record struct ApiTokenId(Guid Value) : ITypedId<ApiTokenId>
{
    public static ApiTokenId From(Guid value) => new(value);
}

/// <summary>What a token may be used for, besides what its person may do.</summary>
public enum Scope { Read, Write, Gate }

/// <summary>A token of a person's. The secret is shown once; only its SHA-256 is kept.</summary>
internal sealed class ApiToken : ITenantOwned
{
    private ApiToken() => (Name, Scopes, Hash) = (null!, null!, null!);

    public ApiToken(Account account, string name, IReadOnlyList<Scope> scopes, DateTimeOffset? expiresAt, string secret, DateTimeOffset now)
    {
        Id = ApiTokenId.New(now);
        (Account, Name, Scopes, ExpiresAt, Hash, AddedAt) = (account, name, scopes, expiresAt, TokenSecret.Hash(secret), now);
    }

    public TenantId TenantId { get; private set; }
    public ApiTokenId Id { get; private set; }
    public Account Account { get; private set; }
    public string Name { get; private set; }
    public IReadOnlyList<Scope> Scopes { get; private set; }
    public string Hash { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

/// <summary>
/// <c>slu_</c> and base64url of the tenant's id and 32 random bytes. The tenant stands in it so that the look-up runs behind the
/// tenant's guards like any other; naming another tenant finds nothing there.
/// </summary>
internal static class TokenSecret
{
    private const string Prefix = "slu_";
    private const int TenantBytes = 16;
    private const int RandomBytes = 32;

    public static string New(TenantId tenant) =>
        Prefix + Base64Url.EncodeToString([.. tenant.Value.ToByteArray(), .. RandomNumberGenerator.GetBytes(RandomBytes)]);

    public static TenantId? Tenant(string secret)
    {
        var bytes = new byte[TenantBytes + RandomBytes];
        return secret.StartsWith(Prefix, StringComparison.Ordinal)
            && Base64Url.IsValid(secret.AsSpan(Prefix.Length), out var length) && length == bytes.Length
            && Base64Url.TryDecodeFromChars(secret.AsSpan(Prefix.Length), bytes, out _)
                ? new TenantId(new Guid(bytes.AsSpan(0, TenantBytes)))
                : null;
    }

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
