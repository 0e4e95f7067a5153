using System.Text;
using Microsoft.AspNetCore.Http;
using Sluice.Kernel.Http;

namespace Sluice.Kernel.Tests.Http;

public sealed class MergePatchTests
{
    private sealed record Draft(string? Title = null, Draft? Inner = null);

    [Theory]
    [InlineData("""{"title":"New"}""")]
    [InlineData("""{"title":null}""", "/title")]
    [InlineData("""{"inner":{"title":null}}""", "/inner/title")]
    [InlineData("""{"inner":null,"title":null}""", "/inner", "/title")]
    public async Task Members_that_are_null_are_to_go(string body, params string[] removed) =>
        Assert.Equal(removed, (await Read(body)).Removed);

    // Names of members are read whatever their case, so null has to be, too.
    [Fact]
    public async Task Null_counts_whatever_the_case_of_its_name()
    {
        var removed = (await Read("""{"Title":null}""")).Removed;

        Assert.Null(removed.Kept("/title", "Old"));
        Assert.Equal("Old", removed.Kept("/other", "Old"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task Body_that_is_no_object_is_malformed(string body) =>
        Assert.Equal(400, (await Assert.ThrowsAsync<BadHttpRequestException>(() => Read(body))).StatusCode);

    private static async Task<MergePatch<Draft>> Read(string body)
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return (await MergePatch<Draft>.BindAsync(http))!;
    }
}
