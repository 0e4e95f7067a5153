namespace Sluice.Cli;

/// <summary>What a command finds around it, so that it runs in a test as in a shell.</summary>
/// <param name="ConfigFile">Where servers and tokens are kept for this user.</param>
/// <param name="IsTerminal">Whether a person reads along: colours, tables with lines, progress, password prompts.</param>
public sealed record Surroundings(
    TextWriter Out, TextWriter Error, TextReader In, Func<string, string?> Environment, string ConfigFile, TimeProvider Clock,
    bool IsTerminal = false, bool IsPrompting = false)
{
    private const string ConfigVariable = "SLUICE_CONFIG";

    internal static Surroundings OfThisProcess() => new(
        Console.Out, Console.Error, Console.In, System.Environment.GetEnvironmentVariable,
        System.Environment.GetEnvironmentVariable(ConfigVariable) ?? DefaultConfigFile(), TimeProvider.System,
        !Console.IsOutputRedirected && !Console.IsErrorRedirected, !Console.IsInputRedirected);

    private static string DefaultConfigFile() => Path.Combine(
        System.Environment.GetFolderPath(
            System.Environment.SpecialFolder.ApplicationData, System.Environment.SpecialFolderOption.DoNotVerify),
        "sluice", "config.json");
}
