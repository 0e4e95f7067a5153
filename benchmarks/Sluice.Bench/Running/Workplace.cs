namespace Sluice.Bench.Running;

/// <summary>What <c>./bench</c> has built and started.</summary>
/// <param name="Web">Sluice's assembly, published as <c>./run</c> does.</param>
/// <param name="Folder">For whatever is written while measuring.</param>
internal sealed record Workplace(string Web, string Folder)
{
    /// <summary>The ids of all processes started, for <c>./bench</c> to end.</summary>
    public string Processes => Path.Combine(Folder, "processes");

    public Server StartSluice(Place database) => Server.Start(
        this, "sluice", port => [Web, "--demo", "--story", "none", "--urls", $"http://127.0.0.1:{port}", "--data", database.Data, .. database.HostArguments]);

    /// <param name="plan">Null for one that answers nothing but that it lives.</param>
    public Server StartFloor(Place database, string? plan) => Server.Start(
        this, "floor", port => [typeof(Workplace).Assembly.Location, "floor", $"{port}", database.FloorPlace, .. plan is null ? [] : new[] { plan }]);
}

/// <summary>Where one database is, as each side is told of it.</summary>
/// <param name="Data">Sluice's folder.</param>
internal sealed record Place(string Data, IReadOnlyList<string> HostArguments, string FloorPlace)
{
    public static Place Sqlite(string data) => new(data, [], Path.Combine(data, "sluice.db"));

    public static Place Postgres(string data, string connection) => new(data, ["--database", "postgres", "--connection", connection], connection);
}
