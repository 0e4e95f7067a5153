using System.Text.Json.Nodes;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Output;

/// <summary>Prints a no with every reason for it.</summary>
internal static class Refusal
{
    public static void Write(Screen screen, Reply reply)
    {
        if (screen.IsJson)
        {
            screen.Document(reply.Body ?? new JsonObject { ["status"] = (int)reply.Status });
            return;
        }
        screen.Error($"Refused ({(int)reply.Status}).");
        var reasons = reply.Body.Items("reasons").ToList();
        foreach (var reason in reasons)
            screen.Error(Reason(reason));
        if (reasons.Count == 0)
            screen.Error($"  {reply.Body.Text("code")}  {Sentence(reply.Body)}".TrimEnd());
        if ((int)reply.Status == 401)
            screen.Error("  Say who you are: sluice login URL --account NAME --password");
    }

    public static string Reason(JsonNode? reason)
    {
        var side = reason.Text("side") is { Length: > 0 } named ? named + ": " : "";
        var at = reason.Text("pointer") is { Length: > 0 } pointer ? $" ({pointer})" : "";
        return $"  {side}{reason.Text("code")}  {reason.Text("detail")}{at}";
    }

    private static string Sentence(JsonNode? problem) =>
        problem.Text("detail") is { Length: > 0 } detail ? detail : problem.Text("title");
}
