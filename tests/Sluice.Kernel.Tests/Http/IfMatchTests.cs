using Microsoft.AspNetCore.Http;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Tests.Http;

public sealed class IfMatchTests
{
    [Theory]
    [InlineData("\"7\"")]
    [InlineData("\"6\", \"7\"")]
    [InlineData("*, \"7\"")]
    public async Task Version_that_was_seen_is_let_through(string header) => Assert.Null(await Against(header));

    [Theory]
    [InlineData("\"6\"")]
    [InlineData("\"8\", \"77\"")]
    [InlineData("W/\"7\"")] // weak: RFC 9110 compares strongly
    [InlineData("\"07\"")]
    public async Task Any_other_version_is_stale(string header) => Assert.Equal(ReasonKind.Stale, await Against(header));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("7")]
    [InlineData("nonsense, \"")]
    public async Task Naming_no_version_is_not_enough(string header) => Assert.Equal(ReasonKind.PreconditionMissing, await Against(header));

    private static async Task<ReasonKind?> Against(string header)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.IfMatch = header;
        return (await IfMatch.BindAsync(http))!.Against(new SeventhVersion())?.Reasons.Single().Kind;
    }

    private sealed class SeventhVersion : IVersioned
    {
        public long Version => 7;
    }
}
