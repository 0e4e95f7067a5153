using System.CommandLine;
using System.CommandLine.Help;

namespace Sluice.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly Shell shell = new();

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("change")]
    [InlineData("change decide CHG-1")]
    [InlineData("change decide CHG-1 maybe")]
    [InlineData("change assess CHG-1 --likelihood often --impact 2 --reasons x")]
    [InlineData("change edit CHG-1")]
    [InlineData("change new --from yesterday")]
    [InlineData("change new --from 2026-03-07T21:00")]
    [InlineData("change new --artefact kind")]
    [InlineData("change show ..")]
    [InlineData("change list --all --watch")]
    [InlineData("change show CHG-1 --nonsense")]
    [InlineData("change attach CHG-1 /nowhere/at/all")]
    [InlineData("--as nobody change list")]
    [InlineData("release edit REL-1")]
    [InlineData("release step REL-1 key jump")]
    [InlineData("gate")]
    [InlineData("gate CHG-1 --artefact sha256:0")]
    [InlineData("ledger verify /nowhere/at/all")]
    [InlineData("ledger export something")]
    [InlineData("login ftp://example")]
    [InlineData("login http://127.0.0.1:1")]
    [InlineData("completion fish")]
    public async Task Misuse_ends_with_2_and_says_what_is_wrong(string line)
    {
        var ran = await shell.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(Exit.Misused, ran.Code);
        Assert.NotEmpty(ran.Error.Trim());
        Assert.Empty(ran.Out);
    }

    [Fact]
    public async Task Every_command_has_help_with_examples()
    {
        var commands = Commands(new CommandTree(Nowhere()).Command(), []).ToList();

        Assert.True(commands.Count > 40);
        foreach (var path in commands)
        {
            var ran = await shell.Run([.. path, "--help"]);
            Assert.Equal(Exit.Yes, ran.Code);
            Assert.True(ran.Out.Contains("\nExamples:", StringComparison.Ordinal), string.Join(' ', path));
        }
    }

    // An example that does not even parse would be worse than none.
    [Fact]
    public void Every_example_is_a_command_line_that_exists()
    {
        var root = new CommandTree(Nowhere()).Command();
        var help = (HelpWithExamples)root.Options.OfType<HelpOption>().Single().Action!;
        var lines = help.Lines.Where(line => line.StartsWith("sluice ", StringComparison.Ordinal) && !line.EndsWith('\\'))
            .Select(line => line.Split([" | ", " > ", " < ", " && ", "        #"], StringSplitOptions.None)[0]["sluice ".Length..])
            .ToList();

        Assert.True(lines.Count > 60);
        Assert.All(lines, line => Assert.Empty(root.Parse(line).Errors));
    }

    [Fact]
    public async Task Text_that_begins_with_an_at_sign_is_a_text()
    {
        using var server = FakeServer.Saying(201, """{"at":"2026-03-02T12:00:00Z","by":"jo","text":"@qa please look"}""");
        using var person = server.Shell();

        Assert.Equal(Exit.Yes, (await person.Run("change", "comment", "CHG-1", "@qa please look")).Code);
        Assert.Contains("@qa please look", server.Requests[0].Body, StringComparison.Ordinal);
    }

    public void Dispose() => shell.Dispose();

    private static Surroundings Nowhere() =>
        new(TextWriter.Null, TextWriter.Null, TextReader.Null, _ => null, "nowhere", TimeProvider.System);

    private static IEnumerable<string[]> Commands(Command command, string[] path) =>
        command.Subcommands.SelectMany(below => Commands(below, [.. path, below.Name])).Prepend(path);
}
