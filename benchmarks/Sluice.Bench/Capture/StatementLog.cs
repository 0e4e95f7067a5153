using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sluice.Bench.Floor;
using Sluice.Bench.Running;

namespace Sluice.Bench.Capture;

/// <summary>Which statements a request comes to, as PostgreSQL itself logs them.</summary>
internal sealed partial class StatementLog(Postgres postgres, string database)
{
    private const int MostAttempts = 20;
    private static readonly TimeSpan Written = TimeSpan.FromMilliseconds(50);

    public async Task<T> While<T>(Func<Task<T>> work)
    {
        await postgres.Run("alter system set log_statement = 'all'", "select pg_reload_conf()");
        await Task.Delay(Written);
        try
        {
            return await work();
        }
        finally
        {
            await postgres.Run("alter system reset log_statement", "select pg_reload_conf()");
        }
    }

    /// <summary>Asked until twice in a row the same came of it: what runs in the background gets in between at times.</summary>
    public async Task<IReadOnlyList<Statement>> Of(Func<Task> ask)
    {
        IReadOnlyList<Statement> last = [];
        for (var left = MostAttempts; left > 0; left--)
        {
            var now = await Once(ask);
            if (now.Count > 0 && now.Select(statement => statement.Sql).SequenceEqual(last.Select(statement => statement.Sql)))
                return now;
            last = now;
        }
        throw new InvalidOperationException("It never came to the same statements twice in a row.");
    }

    /// <summary>For what cannot be asked twice.</summary>
    public async Task<IReadOnlyList<Statement>> Once(Func<Task> ask)
    {
        var (file, offset) = (Newest(), Newest().Length);
        await ask();
        await Task.Delay(Written);
        await using var log = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(offset, SeekOrigin.Begin);
        using var lines = new StreamReader(log, Encoding.UTF8);
        var statements = new List<Statement>();
        while (await lines.ReadLineAsync() is { } line)
            if (Read(line) is { } statement)
                statements.Add(statement);
        return statements;
    }

    /// <summary>Setting the tenant is none, and what the outbox holds is asked when the request has been answered.</summary>
    public static bool IsQuery(Statement statement) => Remarks().Replace(statement.Sql, "").StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
        && !statement.Sql.Contains("set_config(", StringComparison.Ordinal) && !statement.Sql.Contains(" outbox", StringComparison.Ordinal);

    private FileInfo Newest() =>
        new DirectoryInfo(postgres.LogFolder).GetFiles("*.json").OrderByDescending(file => file.LastWriteTimeUtc).First();

    private Statement? Read(string line)
    {
        using var entry = JsonDocument.Parse(line);
        string? Field(string name) => entry.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        if (Field("dbname") != database || Field("user") != "sluice_owner" || Field("message") is not { } message)
            return null;
        var executed = Executed().Match(message);
        return executed.Success ? new(message[executed.Length..], Values(Field("detail") ?? "")) : null;
    }

    private static string?[] Values(string detail) => [.. Value().Matches(detail).Select(value => value.Groups[1].Success
        ? value.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal) : null)];

    [GeneratedRegex(@"\A(--[^\n]*\n|\s)*")]
    private static partial Regex Remarks();

    [GeneratedRegex(@"\A(execute [^:]*|statement): ")]
    private static partial Regex Executed();

    [GeneratedRegex(@"\$\d+ = (?:'((?:[^']|'')*)'|NULL)")]
    private static partial Regex Value();
}
