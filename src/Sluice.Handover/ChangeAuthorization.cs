using Sluice.Kernel;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;
using Sluice.Ledger;

namespace Sluice.Handover;

public readonly record struct AuthorizationId(Guid Value) : ITypedId<AuthorizationId>
{
    public static AuthorizationId From(Guid value) => new(value);
}

/// <summary>Who approved, in which seat, and for whom they stood in.</summary>
public sealed record Decider(Account Account, string Seat, Account? StoodInFor = null);

/// <summary>Gate → channel: this revision, with this digest, may go to production within these bounds.</summary>
/// <remarks>Made by Changes only. It is live until a withdrawal names it or its expiry passes.</remarks>
/// <param name="From">Not before.</param>
/// <param name="Until">Not at or after.</param>
/// <param name="Conditions">What approvers asked for with their approval; binding, in words. Null once redacted, when they bind
/// nobody any more.</param>
public sealed record ChangeAuthorization(
    TenantId TenantId, AuthorizationId Id, ChangeId ChangeId, int Revision, Digest Digest, DateTimeOffset From,
    DateTimeOffset Until, IReadOnlyList<string>? Conditions, DateTimeOffset ExpiresAt, Account Requester,
    IReadOnlyList<Decider> Deciders, DateTimeOffset At) : ITenantOwned, IFact
{
    private ChangeAuthorization()
        : this(default, default, default, 0, default, default, default, [], default, default, [], default)
    {
    }
}

/// <summary>Gate → channel: that authorization stands no more.</summary>
/// <remarks>Made by Changes only.</remarks>
/// <param name="Reason">A stable word: <c>edited</c>, <c>held</c>, <c>expired</c>, <c>cancelled</c>, <c>returned</c>.</param>
public sealed record AuthorizationWithdrawn(
    TenantId TenantId, AuthorizationId AuthorizationId, ChangeId ChangeId, string Reason, DateTimeOffset At)
    : ITenantOwned, IFact;
