using System.Data.Common;
using Sluice.Web.Hosting;

namespace Sluice.Web.Demo.Story;

/// <summary>Of nodes that serve one PostgreSQL one tells the story; whoever waited for it finds it told. SQLite has one node.</summary>
internal static class StoryTurn
{
    private const string OneNodeAtATime = "select 1 from pg_advisory_lock(hashtext('sluice: story'))";

    /// <returns>Held until it is disposed of, or until the process ends in whatever way.</returns>
    public static async Task<IAsyncDisposable> Take(LaunchOptions options, CancellationToken stopping)
    {
        var owner = DatabaseChoice.AsOwner(options);
        if (!options.IsPostgres)
            return owner;
        await owner.OpenAsync(stopping);
        await Run(owner, stopping);
        return owner;
    }

    private static async Task Run(DbConnection owner, CancellationToken stopping)
    {
        await using var command = owner.CreateCommand();
        command.CommandText = OneNodeAtATime;
        await command.ExecuteNonQueryAsync(stopping);
    }
}
