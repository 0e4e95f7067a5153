using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sluice.Bench.Floor;

/// <summary>
/// What Sluice is measured against: bare Kestrel and a database driver. It looks up who is asking, sends the statements that
/// Sluice's request came to, writes the same rows in one transaction, and knows no rules, no history and no pages.
/// </summary>
internal sealed class FloorHost(FloorPlan plan, IFloorDatabase database, Viewers viewers)
{
    private const string Bearer = "Bearer ";
    private readonly Dictionary<string, PreparedAnswer> answers = plan.Answers.ToDictionary(answer => answer.Key, answer => new PreparedAnswer(answer));
    private long fresh = 900_000_000_000;
    private int number = plan.FirstNumber;

    /// <param name="args">Port, then a PostgreSQL connection or a SQLite file, then the plan.</param>
    public static async Task Run(string[] args)
    {
        var (port, place) = (args[0], args[1]);
        var plan = args.Length > 2 ? FloorPlan.Read(args[2]) : new("", 0, []);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();

        var viewers = new Viewers();
        var isPostgres = place.Contains("Host=", StringComparison.Ordinal);
        var postgres = new PostgresFloor(isPostgres ? place : "Host=127.0.0.1", plan.Tenant, viewers);
        using var sqlite = isPostgres ? null : new SqliteFloor(place, plan.Tenant);
        var host = new FloorHost(plan, isPostgres ? postgres : sqlite!, viewers);
        if (isPostgres && plan.Answers.Count > 0)
            app.Lifetime.ApplicationStarted.Register(() => _ = postgres.Listen(app.Lifetime.ApplicationStopping));
        app.Run(host.Serve);
        await app.RunAsync();
    }

    private async Task Serve(HttpContext http)
    {
        var target = http.Request.Path.Value + http.Request.QueryString.Value;
        if (target is "/healthz" or "/sign-in")
            await http.Response.WriteAsync("live");
        else if (target.EndsWith("/events", StringComparison.Ordinal))
            await viewers.Serve(http);
        else if (answers.TryGetValue(PreparedAnswer.KeyOf(http.Request.Method, target), out var answer))
            await Serve(http, target, answer);
        else
            http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task Serve(HttpContext http, string target, PreparedAnswer answer)
    {
        using var sent = new MemoryStream();
        await http.Request.Body.CopyToAsync(sent);
        if (answer.Reads.Count == 0 && !await database.Knows(Hash(http.Request.Headers.Authorization.ToString()[Bearer.Length..])))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var rows = new ArrayBufferWriter<byte>(16 * 1024);
        if (answer.Reads.Count > 0)
            await Read(answer, rows);
        if (answer.Writes.Count > 0)
            await database.Write(answer, FillingFor(http, target));
        var body = answer.Body ?? rows.WrittenMemory;
        http.Response.ContentType = answer.Body is null ? "application/json" : "text/plain";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }

    private async Task Read(PreparedAnswer answer, ArrayBufferWriter<byte> rows)
    {
        await using var json = answer.Body is null ? new Utf8JsonWriter(rows) : null;
        json?.WriteStartArray();
        await database.Read(answer.Reads, json);
        json?.WriteEndArray();
    }

    private Filling FillingFor(HttpContext http, string target) => new(
        PreparedAnswer.NumberIn(target) ?? Interlocked.Increment(ref number), Interlocked.Increment(ref fresh),
        Hash($"{target} {http.Request.Headers["Idempotency-Key"]}"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
