using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;

namespace Sluice.Cli;

/// <summary>What every list has: a search, a limit, and all of its pages on request.</summary>
/// <param name="isSorted">Whether the server sorts it by a column; releases come newest first.</param>
internal sealed class Listing(bool isSorted = true)
{
    private readonly Option<string?> query = Fields.Text("--query", "Part of a title, or a reference.");
    private readonly Option<string?> sort = new("--sort") { Description = "Column; - in front: descending.", HelpName = "BY" };
    private readonly Option<int?> limit = new("--limit") { Description = "Most on a page, 1 to 200.", HelpName = "NUMBER" };
    private readonly Option<bool> all = new("--all") { Description = "Every page." };

    public IEnumerable<Symbol> Options => isSorted ? [query, sort, limit, all] : [query, limit, all];

    public Task<int> Show(
        Session session, string path, IEnumerable<(string, string?)> filters, Action<Screen, JsonNode> show,
        Func<JsonNode, bool> hasEnded, CancellationToken ct)
    {
        var first = path + Address.Query([
            .. filters, ("q", session.Of(query)), ("sort", session.Of(sort)), ("limit", Address.Number(session.Of(limit))),
        ]);
        if (session.Of(all) && session.IsWatching)
            throw new MisuseException("--watch follows one page: leave out --all.");
        return session.Of(all)
            ? ShowAll(session, first, show, ct)
            : session.Show(first, show, page => HasEnded(page, hasEnded), null, ct);
    }

    // What a list waits for may not be there yet: an empty one has not ended.
    private static bool HasEnded(JsonNode page, Func<JsonNode, bool> hasEnded)
    {
        var items = page.Items("items").ToList();
        return items.Count > 0 && items.All(item => hasEnded(item!));
    }

    /// <summary>One answer out of all pages, as if the server had no limit.</summary>
    private static async Task<int> ShowAll(Session session, string first, Action<Screen, JsonNode> show, CancellationToken ct)
    {
        var items = new JsonArray();
        for (var next = first; next.Length > 0;)
        {
            var reply = await session.Api.Get(next, ct);
            if (!reply.IsYes)
                return session.Answer(reply, show);
            foreach (var item in reply.Body.Items("items"))
                items.Add(item?.DeepClone());
            next = reply.Body.Text("nextLink");
        }
        var whole = new JsonObject { ["items"] = items };
        return session.Answer(Reply.Of(whole), show);
    }

    public static void WriteMore(Screen screen, JsonNode page)
    {
        if (page.Text("nextLink").Length > 0)
            screen.Error("There is more; --all lists everything.");
    }
}
