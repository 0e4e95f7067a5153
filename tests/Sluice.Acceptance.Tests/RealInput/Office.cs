using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Cli;

namespace Sluice.Acceptance.Tests.RealInput;

/// <summary>What one command answered.</summary>
internal sealed record Ran(string Line, int Code, string Out, string Error)
{
    public JsonNode Json => JsonNode.Parse(Out)!;

    public string Text(string name) => (string)Json[name]!;

    public Ran Is(int code)
    {
        Assert.True(Code == code, $"sluice {Line}: {Code}, not {code}\n{Out}\n{Error}");
        return this;
    }

    /// <summary>Says every one of these, as a person would read it.</summary>
    public Ran Says(params string[] texts)
    {
        Assert.All(texts, text => Assert.Contains(text, Out + Error, StringComparison.Ordinal));
        return this;
    }
}

/// <summary>One folder, one configuration, and everybody of the demo logged in: all that follows is typed at a shell.</summary>
internal sealed class Office(RunningSluice sluice) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sluice-office-");

    /// <summary>A path in the folder.</summary>
    public string At(params string[] path) => Path.Combine([folder.FullName, .. path]);

    public string Write(string name, string content)
    {
        File.WriteAllText(At(name), content);
        return At(name);
    }

    public async Task LogIn(params string[] accounts)
    {
        foreach (var account in accounts)
            (await Run("login", sluice.Address.ToString(), "--demo", account)).Is(Exit.Yes).Says(account);
    }

    /// <summary>An act by one of them that has to succeed.</summary>
    public async Task<Ran> Does(string account, params string[] args) => (await Run(["--as", account, .. args])).Is(Exit.Yes);

    /// <summary>The same, answered in JSON.</summary>
    public Task<Ran> Asks(string account, params string[] args) => Does(account, [.. args, "--json"]);

    /// <summary>Refused, for that reason among others.</summary>
    public async Task IsRefused(string account, string code, params string[] args) =>
        (await Run(["--as", account, .. args])).Is(Exit.Refused).Says(code);

    public async Task<Ran> Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var around = new Surroundings(
            output, error, TextReader.Null, _ => null, At("config.json"), TimeProvider.System);
        var code = await Cli.Program.Run(args, around, TestContext.Current.CancellationToken);
        return new(string.Join(' ', args), code, output.ToString(), error.ToString());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
