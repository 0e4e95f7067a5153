using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Tests.People;

public sealed class TokenSecretTests
{
    private static readonly TenantId Tenant = new(Guid.Parse("0195a0c4-0000-7000-8000-000000000001"));

    [Fact]
    public void Secret_names_its_tenant_and_is_new_each_time()
    {
        var (one, other) = (TokenSecret.New(Tenant), TokenSecret.New(Tenant));

        Assert.Equal((Tenant, Tenant), (TokenSecret.Tenant(one), TokenSecret.Tenant(other)));
        Assert.NotEqual(one, other);
        Assert.Matches("^slu_[A-Za-z0-9_-]{64}$", one);
    }

    [Fact]
    public void What_is_no_secret_names_nobody()
    {
        var real = TokenSecret.New(Tenant);
        foreach (var forged in (string[])
                 ["", "slu_", real[4..], real[..^1], real + "A", real + "====", "SLU_" + real[4..], "slu_" + new string('!', 64), "slu_ä", "\0"])
            Assert.Null(TokenSecret.Tenant(forged));
    }

    [Fact]
    public void Only_a_digest_is_kept()
    {
        var secret = TokenSecret.New(Tenant);
        var token = new ApiToken(new("qa"), "ci", [Scope.Read], null, secret, DateTimeOffset.UnixEpoch);

        Assert.Matches("^[0-9a-f]{64}$", token.Hash);
        Assert.Equal(TokenSecret.Hash(secret), token.Hash);
        Assert.NotEqual(TokenSecret.Hash(secret), TokenSecret.Hash(TokenSecret.New(Tenant)));
    }

    [Fact]
    public void Token_is_live_until_it_expires_or_is_revoked()
    {
        var now = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        var token = new ApiToken(new("qa"), "ci", [Scope.Read], now.AddHours(1), "slu_x", now);
        var endless = new ApiToken(new("qa"), "ci", [Scope.Read], null, "slu_y", now);

        Assert.True(token.IsLive(now.AddHours(1).AddTicks(-1)));
        Assert.False(token.IsLive(now.AddHours(1)));
        Assert.True(endless.IsLive(DateTimeOffset.MaxValue));
        endless.Revoke(now);
        endless.Revoke(now.AddDays(1));
        Assert.False(endless.IsLive(now));
        Assert.Equal(now, endless.RevokedAt);
    }
}
