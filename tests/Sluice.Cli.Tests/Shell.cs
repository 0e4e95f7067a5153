namespace Sluice.Cli.Tests;

/// <summary>One person's shell: a configuration of its own, and nothing of this machine's.</summary>
internal sealed class Shell : IDisposable
{
    private readonly Dictionary<string, string> environment = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("sluice").FullName;

    public string ConfigFile => Path.Combine(Folder, "config", "config.json");

    public Shell With(string variable, string value)
    {
        environment[variable] = value;
        return this;
    }

    public string File(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public Task<Ran> Run(params string[] args) => RunWith("", args);

    public async Task<Ran> RunWith(string input, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var around = new Surroundings(
            output, error, new StringReader(input), environment.GetValueOrDefault, ConfigFile, TimeProvider.System);
        var code = await Program.Run(args, around, TestContext.Current.CancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public sealed record Ran(int Code, string Out, string Error);
}
