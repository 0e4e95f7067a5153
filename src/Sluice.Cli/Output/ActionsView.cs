using System.Text.Json.Nodes;

namespace Sluice.Cli.Output;

/// <summary>What this person may do now, and everything that speaks against the rest.</summary>
internal static class ActionsView
{
    public static void Write(Screen screen, JsonNode record)
    {
        screen.Line();
        screen.Line($"You may: {(record.Text("allowedActions") is { Length: > 0 } actions ? actions : "nothing here now")}");
        foreach (var refused in record.Items("refusedActions"))
        {
            screen.Line($"Not now: {refused.Text("action")}");
            foreach (var reason in refused.Items("reasons"))
                screen.Line("  " + Refusal.Reason(reason));
        }
    }
}
