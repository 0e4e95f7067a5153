namespace Sluice.Cli.Tests;

public sealed class GateTests
{
    [Theory]
    [InlineData("allow", false, Exit.Yes)]
    [InlineData("deny", false, Exit.Refused)]
    [InlineData("would-allow", false, Exit.Refused)]
    [InlineData("would-allow", true, Exit.Yes)]
    [InlineData("deny", true, Exit.Refused)]
    [InlineData("perhaps", false, Exit.Refused)]
    [InlineData("", false, Exit.Refused)]
    public async Task Only_allow_opens_and_would_allow_answers_for_another_moment_alone(string verdict, bool another, int code)
    {
        using var server = FakeServer.Saying(200, $$"""
            {"verdict":"{{verdict}}","changes":["CHG-1"],
             "reasons":[{"side":"channel","code":"window.closed","detail":"Not open."}]}
            """);
        using var shell = server.Shell();

        var ran = await shell.Run(["gate", "CHG-1", .. another ? (string[])["--at", "2026-03-07T21:00+01:00"] : []]);

        Assert.Equal(code, ran.Code);
        Assert.Contains("channel: window.closed", ran.Out, StringComparison.Ordinal);
        Assert.Equal("/api/v1/gate?change=CHG-1" + (another ? "&at=2026-03-07T20%3A00%3A00Z" : ""), server.Requests[0].Path);
    }

    [Fact]
    public async Task File_is_asked_about_by_its_digest()
    {
        using var server = FakeServer.Saying(200, """{"verdict":"allow","changes":["CHG-1"],"reasons":[]}""");
        using var shell = server.Shell();

        await shell.Run("gate", "--file", shell.File("PAYROLL", "abc"));

        const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        Assert.Equal($"/api/v1/gate?artefact=sha256%3A{OfAbc}", server.Requests[0].Path);
    }
}
