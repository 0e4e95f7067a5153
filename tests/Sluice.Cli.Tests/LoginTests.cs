using System.Runtime.Versioning;
using System.Text.Json.Nodes;

namespace Sluice.Cli.Tests;

public sealed class LoginTests : IDisposable
{
    private readonly FakeServer server = new(Answer);
    private readonly Shell shell = new();

    [Fact]
    public async Task Several_people_are_used_from_one_shell()
    {
        await shell.Run("login", server.Url, "--demo", "requester");
        await shell.Run("login", server.Url, "--demo", "qa", "--as", "tester");
        server.Requests.Clear();

        await shell.Run("change", "list");
        await shell.Run("change", "list", "--as", "requester");
        await shell.Run("--profile", "tester", "change", "list");

        Assert.Equal(
            ["Bearer token-of-qa", "Bearer token-of-requester", "Bearer token-of-qa"],
            server.Requests.Select(request => request.Token));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_may_read_the_tokens()
    {
        await shell.Run("login", server.Url, "--demo", "requester");
        File.SetUnixFileMode(shell.ConfigFile, (UnixFileMode)0b110_110_110);

        await shell.Run("login", server.Url, "--demo", "qa");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(shell.ConfigFile));
    }

    [Fact]
    public async Task Password_comes_from_the_input_and_is_kept_nowhere()
    {
        var ran = await shell.RunWith("hunter2 hunter2\n", "login", server.Url, "--account", "jo", "--password");

        Assert.Equal(Exit.Yes, ran.Code);
        Assert.Contains("hunter2 hunter2", server.Requests[0].Body, StringComparison.Ordinal);
        var kept = await File.ReadAllTextAsync(shell.ConfigFile);
        Assert.DoesNotContain("hunter2", kept + ran.Out + ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_that_the_server_does_not_know_is_not_kept()
    {
        var ran = await shell.RunWith("stolen\n", "login", server.Url, "--token");

        Assert.Equal(Exit.Refused, ran.Code);
        Assert.False(File.Exists(shell.ConfigFile));
    }

    [Fact]
    public async Task Environment_wins_over_the_last_login_and_a_named_person_over_the_environment()
    {
        await shell.Run("login", server.Url, "--demo", "requester");
        shell.With("SLUICE_TOKEN", "of-the-pipeline");
        server.Requests.Clear();

        await shell.Run("change", "list");
        await shell.Run("change", "list", "--as", "requester");

        Assert.Equal(["Bearer of-the-pipeline", "Bearer token-of-requester"], server.Requests.Select(request => request.Token));
    }

    [Fact]
    public async Task Token_goes_to_its_own_server_only()
    {
        using var other = FakeServer.Saying(200, """{"items":[]}""");
        await shell.Run("login", server.Url, "--demo", "requester");

        await shell.With("SLUICE_URL", other.Url).Run("change", "list");

        Assert.Null(Assert.Single(other.Requests).Token);
    }

    [Fact]
    public async Task Unreadable_configuration_is_said_and_not_overwritten()
    {
        shell.File("config/config.json", "{ broken");

        var ran = await shell.Run("login", server.Url, "--demo", "requester");

        Assert.Equal(Exit.Misused, ran.Code);
        Assert.Equal("{ broken", await File.ReadAllTextAsync(shell.ConfigFile));
    }

    public void Dispose()
    {
        server.Dispose();
        shell.Dispose();
    }

    private static FakeServer.Said Answer(FakeServer.Asked asked) => asked.Path switch
    {
        "/api/v1/demo/token" => new(200, $$"""{"token":"token-of-{{(string)JsonNode.Parse(asked.Body)!["account"]!}}"}"""),
        "/api/v1/sign-in" => new(200, """{"token":"token-of-jo"}"""),
        "/api/v1/me" when asked.Token is "Bearer stolen" => new(401, "{}"),
        "/api/v1/me" => new(200, $$"""{"account":"{{asked.Token!["Bearer token-of-".Length..]}}","name":"Jo","roles":["qa"]}"""),
        _ => new(200, """{"items":[]}"""),
    };
}
