namespace Sluice.Web.Hosting;

/// <summary>What the host is told: on the command line, or as <c>SLUICE_…</c> in the environment.</summary>
/// <param name="Data">Folder for the SQLite database, keys and evidence files.</param>
/// <param name="Connection">For PostgreSQL: of a role that owns the schema. Requests run as another, which owns nothing.</param>
/// <param name="TellsStory">Whether the demo has a past and a night under way, or only people, systems and a calendar.</param>
internal sealed record LaunchOptions(DirectoryInfo Data, bool IsDemo, bool IsPostgres, string? Connection, bool TellsStory = false)
{
    private const string DemoSwitch = "--demo";
    private const string DefaultUrls = "http://localhost:5080";

    // Apart, so that whoever has tried the demo can start in earnest, and the other way round.
    private const string DefaultData = "data";
    private const string DefaultDemoData = "data/demo";

    /// <summary>Without the bare switch: the framework would take the argument after it for its value.</summary>
    public static string[] WithoutSwitches(string[] args) => [.. args.Where(arg => arg != DemoSwitch)];

    public static LaunchOptions Read(string[] args, ConfigurationManager configuration)
    {
        configuration.AddEnvironmentVariables("SLUICE_");
        configuration.AddCommandLine(WithoutSwitches(args));
        configuration["urls"] ??= DefaultUrls;
        var database = configuration["database"] ?? "sqlite";
        if (database is not ("sqlite" or "postgres"))
            throw new UsageException($"--database is sqlite or postgres, not {database}.");
        if (database is "postgres" && string.IsNullOrEmpty(configuration["connection"]))
            throw new UsageException("--database postgres needs --connection \"Host=…;Database=…;Username=…\".");
        var story = configuration["story"] ?? "told";
        if (story is not ("told" or "none"))
            throw new UsageException($"--story is told or none, not {story}.");
        var isDemo = args.Contains(DemoSwitch) || configuration.GetValue<bool>("demo");
        return new(
            Directory.CreateDirectory(configuration["data"] ?? (isDemo ? DefaultDemoData : DefaultData)),
            isDemo, database is "postgres", configuration["connection"], isDemo && story is "told");
    }
}

/// <summary>What the host is told cannot be; its message is all that whoever started it needs to read.</summary>
internal sealed class UsageException(string message) : Exception(message);
