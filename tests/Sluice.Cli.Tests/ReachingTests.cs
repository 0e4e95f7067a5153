namespace Sluice.Cli.Tests;

public sealed class ReachingTests
{
    [Fact]
    public async Task Nobody_there_ends_with_3()
    {
        using var shell = new Shell().With("SLUICE_URL", "http://127.0.0.1:1");

        var ran = await shell.Run("change", "list");

        Assert.Equal(Exit.Unreachable, ran.Code);
        Assert.Contains("http://127.0.0.1:1", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "<html>Welcome to the hotel</html>", "text/html")]
    [InlineData(502, "{}", "application/json")]
    [InlineData(302, "", "text/html")]
    public async Task Something_that_is_no_sluice_ends_with_3(int status, string body, string type)
    {
        using var server = new FakeServer(_ => new(status, body, null, type));
        using var shell = server.Shell();

        Assert.Equal(Exit.Unreachable, (await shell.Run("change", "list")).Code);
    }

    [Fact]
    public async Task Refusal_ends_with_1_and_prints_every_reason_with_code_and_pointer()
    {
        const string Problem = """
            {"status":422,"code":"text.missing","reasons":[
              {"code":"text.missing","detail":"This cannot be empty.","pointer":"/title"},
              {"code":"decision.own-change","detail":"Nobody decides on a change they requested."}]}
            """;
        using var server = FakeServer.Saying(422, Problem);
        using var shell = server.Shell();

        var ran = await shell.Run("change", "submit", "CHG-1");
        var inJson = await shell.Run("change", "submit", "CHG-1", "--json");

        Assert.Equal((Exit.Refused, ""), (ran.Code, ran.Out));
        foreach (var said in (string[])["text.missing", "/title", "decision.own-change", "Nobody decides on"])
        {
            Assert.Contains(said, ran.Error, StringComparison.Ordinal);
            Assert.Contains(said, inJson.Out, StringComparison.Ordinal);
        }
        Assert.Equal(Exit.Refused, inJson.Code);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_how()
    {
        using var server = FakeServer.Saying(401, """{"status":401,"title":"Unauthorized","code":"sign-in.required"}""");
        using var shell = server.Shell();

        var ran = await shell.Run("change", "list");

        Assert.Equal(Exit.Refused, ran.Code);
        Assert.Contains("sign-in.required", ran.Error, StringComparison.Ordinal);
        Assert.Contains("sluice login", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_stays_one_segment_of_the_address()
    {
        using var server = FakeServer.Saying(200, "{}");
        using var shell = server.Shell();

        await shell.Run("change", "show", "CHG-1/../../me?x=1");

        Assert.Equal("/api/v1/changes/CHG-1%2F..%2F..%2Fme%3Fx%3D1", server.Requests[0].Path);
    }
}
