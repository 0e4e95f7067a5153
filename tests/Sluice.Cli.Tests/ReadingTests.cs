using System.Text.Json.Nodes;

namespace Sluice.Cli.Tests;

public sealed class ReadingTests
{
    private const string Hostile = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202egnp.exe [red]not markup[/] \r\nsecond";

    [Fact]
    public async Task Nothing_a_server_says_controls_the_terminal()
    {
        var hostile = JsonValue.Create(Hostile).ToJsonString();
        foreach (var (line, status, body) in ((string, int, string)[])
            [
                ("change list", 200, $$"""
                    {"items":[{"ref":{{hostile}},"title":{{hostile}},"status":{{hostile}}}],"nextLink":"x"}
                    """),
                ("change show CHG-1", 200, $$"""
                    {"ref":"CHG-1","title":{{hostile}},"artefacts":[{"name":{{hostile}}}],"allowedActions":[{{hostile}}]}
                    """),
                ("change submit CHG-1", 409, $$"""
                    {"code":{{hostile}},"reasons":[{"code":{{hostile}},"detail":{{hostile}},"pointer":{{hostile}}}]}
                    """),
            ])
        {
            using var server = FakeServer.Saying(status, body);
            using var shell = server.Shell();
            foreach (var args in (string[][])[line.Split(' '), [.. line.Split(' '), "--json"]])
            {
                var ran = await shell.Run(args);
                var said = ran.Out + ran.Error;
                Assert.DoesNotContain(said, character => char.IsControl(character) && character is not '\n');
                Assert.DoesNotContain("\u202e", said, StringComparison.Ordinal);
                if (args[^1] == "--json")
                    Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(ran.Out)));
                Assert.Contains("not markup", said, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task List_is_one_plain_line_for_each_change_and_all_follows_every_page()
    {
        using var server = new FakeServer(asked => new(200, asked.Path.Contains("after", StringComparison.Ordinal)
            ? """{"items":[{"ref":"CHG-1","status":"draft","deliveryStatus":"unplanned","title":"One"}]}"""
            : """
              {"items":[{"ref":"CHG-2","status":"on-hold","deliveryStatus":"unplanned","title":"Two"}],
               "nextLink":"/api/v1/changes?after=x%20y"}
              """));
        using var shell = server.Shell();

        var first = await shell.Run("change", "list", "--status", "draft", "--status", "on-hold", "--query", "a&b");
        var all = await shell.Run("change", "list", "--all");

        Assert.Equal("/api/v1/changes?status=draft&status=on-hold&q=a%26b", server.Requests[0].Path);
        Assert.StartsWith("CHG-2  On hold  Unplanned", first.Out, StringComparison.Ordinal);
        Assert.Contains("--all", first.Error, StringComparison.Ordinal);
        Assert.Equal(["CHG-2", "CHG-1"], all.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..5]));
        Assert.Equal("/api/v1/changes?after=x%20y", server.Requests[^1].Path);
    }

    [Fact]
    public async Task Json_is_what_the_server_said()
    {
        using var server = FakeServer.Saying(200, """{"ref":"CHG-1","title":"Größe < 5","unheardOf":[1]}""");
        using var shell = server.Shell();

        var ran = await shell.Run("change", "show", "CHG-1", "--json");

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"ref":"CHG-1","title":"Größe < 5","unheardOf":[1]}"""), JsonNode.Parse(ran.Out)));
        Assert.Contains("Größe < 5", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_ends_when_nothing_more_can_happen()
    {
        var looks = 0;
        using var server = new FakeServer(_ => new(200,
            $$"""{"ref":"REL-1","status":"{{(++looks < 3 ? "executing" : "completed")}}","version":{{looks}}}"""));
        using var shell = server.Shell();

        var ran = await shell.Run("release", "show", "REL-1", "--watch");

        Assert.Equal((Exit.Yes, 3), (ran.Code, looks));
        Assert.Contains("Completed", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_an_empty_list_waits_for_what_may_come()
    {
        var looks = 0;
        using var server = new FakeServer(_ => new(200,
            ++looks == 1 ? """{"items":[]}""" : """{"items":[{"ref":"CHG-1","status":"closed","title":"Came and went"}]}"""));
        using var shell = server.Shell();

        var ran = await shell.Run("change", "list", "--watch");

        Assert.Equal((Exit.Yes, 2), (ran.Code, looks));
        Assert.StartsWith("CHG-1  Closed", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", Exit.Yes)]
    [InlineData("false", Exit.Refused)]
    public async Task Readiness_is_told_by_the_exit_code(string ready, int code)
    {
        using var server = FakeServer.Saying(200,
            $$"""{"ready":{{ready}},"checks":[{"code":"window.set","title":"Window","state":"pass","detail":"Set."}]}""");
        using var shell = server.Shell();

        var ran = await shell.Run("release", "ready", "REL-1");

        Assert.Equal(code, ran.Code);
        Assert.Contains("window.set", ran.Out, StringComparison.Ordinal);
    }
}
