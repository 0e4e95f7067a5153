using Sluice.Bench.Load;
using Sluice.Bench.Seeding;

namespace Sluice.Bench.Staging;

/// <summary>The requests that read.</summary>
/// <param name="first">Number of the first change of the mass.</param>
internal sealed class Questions(Desk desk, int first, int rows)
{
    private const string Reader = "auditor";
    private const string Viewer = "change-manager";
    private const int Few = 8;

    public async Task<IReadOnlyDictionary<string, List<byte[]>>> All(IReadOnlyList<int> executing)
    {
        var (bearer, cookie) = (Request.Bearer(await desk.TokenOf(Reader)), $"Cookie: {await desk.CookieOf(Viewer)}");
        List<byte[]> Api(params IEnumerable<string> targets) => [.. targets.Select(target => Request.Get(target, bearer))];
        List<byte[]> Page(params IEnumerable<string> targets) => [.. targets.Select(target => Request.Get(target, cookie))];
        return new Dictionary<string, List<byte[]>>
        {
            ["gate"] = Api(executing.Select(number => $"/api/v1/gate?change=CHG-{number}")),
            ["list-first"] = Api("/api/v1/changes?limit=50"),
            ["list-deep"] = Api(await HalfWay()),
            // The last is rare: few changes among very many, which is what such a filter is for.
            ["list-filtered"] = Api(
                Filtered("approved", "planned"), Filtered("approved", "scheduled"), Filtered("authorize", "unplanned"),
                Filtered("closed", "validated"), Filtered("approved", "delayed")),
            // One hit, one hit, many hits, a reference.
            ["search"] = Api(
                Search(Titles.WordsOf(first + (rows / 3))), Search(Titles.WordsOf(first + (rows / 2))), Search(Titles.SharedWords),
                Search($"CHG-{first + (rows / 4)}")),
            ["change-page"] = Page(WithHistory().Take(Few).Select(number => $"/changes/CHG-{number}")),
            ["changes-page"] = Page("/changes"),
            ["overview"] = Page("/"),
        };
    }

    private IEnumerable<int> WithHistory()
    {
        for (var at = 0; at < rows; at += Math.Max(100, rows / Few / 100 * 100))
            yield return first + (100 - (first % 100)) + at;
    }

    /// <summary>Pages as somebody comes to them who follows the links.</summary>
    private async Task<List<string>> HalfWay()
    {
        var link = "/api/v1/changes?limit=200";
        for (var seen = 0; seen < rows / 2; seen += 200)
            link = (await desk.Get(Reader, link["/api/v1".Length..])).GetProperty("nextLink").GetString()!;
        var pages = new List<string>();
        for (link = link.Replace("limit=200", "limit=50", StringComparison.Ordinal); pages.Count < Few;)
        {
            pages.Add(link);
            link = (await desk.Get(Reader, link["/api/v1".Length..])).GetProperty("nextLink").GetString()!;
        }
        return pages;
    }

    private static string Filtered(string status, string delivery) => $"/api/v1/changes?status={status}&deliveryStatus={delivery}";

    private static string Search(string words) => $"/api/v1/changes?q={Uri.EscapeDataString(words)}";
}
