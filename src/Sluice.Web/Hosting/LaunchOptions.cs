namespace Sluice.Web.Hosting;

/// <summary>What the host is told: on the command line, or as <c>SLUICE_…</c> in the environment.</summary>
/// <param name="Data">Folder for the SQLite database, keys and evidence files.</param>
/// <param name="Connection">For PostgreSQL: of a role that owns the schema. Requests run as another, which owns nothing.</param>
internal sealed record LaunchOptions(DirectoryInfo Data, bool IsDemo, bool IsPostgres, string? Connection)
{
    private const string DemoSwitch = "--demo";
    private const string DefaultUrls = "http://localhost:5080";

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
        return new(
            Directory.CreateDirectory(configuration["data"] ?? "data"),
            args.Contains(DemoSwitch) || configuration.GetValue<bool>("demo"),
            database is "postgres", configuration["connection"]);
    }
}

/// <summary>The command line says something that cannot be.</summary>
internal sealed class UsageException(string message) : Exception(message);
