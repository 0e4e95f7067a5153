using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Idempotency;

/// <summary>The <c>Idempotency-Key</c> of this scope's request, if it has one.</summary>
public sealed class IdempotentCall(TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private Account account;
    private StoredReply? outlived;

    /// <summary>Of caller, method, path and key; <see langword="null"/> when the caller sent none.</summary>
    internal string? Key { get; private set; }

    /// <summary>Known once the body has been read; an upload is known by its own digest.</summary>
    internal string Body { get; private set; } = "";

    internal void Begin(Actor caller, string method, string path, string key) =>
        (account, Key) = (caller.Account, Hash($"{caller.Tenant.Value} {caller.Account} {method} {path}\n{key}"));

    public void Sent(ReadOnlySpan<byte> body) => Body = Convert.ToHexStringLower(SHA256.HashData(body));

    internal async Task<Outcome<T>?> StoredReply<T>(AppDb db, CancellationToken ct)
    {
        if (await Find(db, ct) is not { } stored)
            return null;
        if (stored.Body != Body)
            return Reason.Invalid("idempotency.other-body", "This Idempotency-Key was used for another request.");
        return JsonSerializer.Deserialize<T>(stored.Reply, Wire.Json)!;
    }

    /// <summary>In the transaction of the effect: kept together or not at all.</summary>
    internal void Remember<T>(AppDb db, T value)
    {
        var reply = new StoredReply(
            db.Tenant, account, Key!, Body, JsonSerializer.Serialize(WithoutSecret(value), Wire.Json), clock.GetUtcNow());
        if (outlived is null)
            db.Add(reply);
        else
            db.Attach(outlived).CurrentValues.SetValues(reply);
    }

    /// <summary>Whether there is a reply, whatever was sent with it.</summary>
    internal async Task<bool> HasReply(AppDb db, CancellationToken ct) => await Find(db, ct) is not null;

    private async Task<StoredReply?> Find(AppDb db, CancellationToken ct)
    {
        var stored = await db.Set<StoredReply>().AsNoTracking()
            .SingleOrDefaultAsync(reply => reply.Account == account && reply.Call == Key, ct);
        outlived = stored?.At <= clock.GetUtcNow() - Kept ? stored : null;
        return outlived is null ? stored : null;
    }

    private static object? WithoutSecret<T>(T value) => value is IHoldSecret secret ? secret.WithoutSecret() : value;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>An answer whose secret is shown once and never kept.</summary>
public interface IHoldSecret
{
    object WithoutSecret();
}
