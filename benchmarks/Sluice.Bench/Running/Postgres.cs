using Npgsql;

namespace Sluice.Bench.Running;

/// <summary>The PostgreSQL that <c>./bench</c> has started for this alone.</summary>
/// <param name="Port">On the loopback interface.</param>
/// <param name="Folder">Its data folder, with its process id and its log.</param>
internal sealed record Postgres(int Port, string Folder)
{
    public double CpuMs => ProcessTimes.CpuMsOfTree(int.Parse(
        File.ReadLines(Path.Combine(Folder, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture));

    public string LogFolder => Path.Combine(Folder, "log");

    /// <summary>As the schema's owner, who is no superuser, as in production.</summary>
    public string AsOwner(string database) => $"Host=127.0.0.1;Port={Port};Database={database};Username=sluice_owner";

    /// <summary>As the one on whom row-level security does not hold: to make rows by the thousand and to watch.</summary>
    public string AsSuperuser(string database) => $"Host=127.0.0.1;Port={Port};Database={database};Username=postgres;Pooling=false;Command Timeout=0";

    public async Task Run(params IEnumerable<string> statements)
    {
        await using var connected = new NpgsqlConnection(AsSuperuser("postgres"));
        await connected.OpenAsync();
        foreach (var statement in statements)
            await using (var command = new NpgsqlCommand(statement, connected))
                await command.ExecuteNonQueryAsync();
    }
}
