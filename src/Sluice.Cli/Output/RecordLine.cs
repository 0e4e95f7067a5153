using System.Text.Json.Nodes;

namespace Sluice.Cli.Output;

/// <summary>How a record stands after an act, on one line. A change's two statuses are never folded into one.</summary>
internal static class RecordLine
{
    public static void Write(Screen screen, JsonNode record) => screen.Line(Of(record));

    public static string Of(JsonNode record)
    {
        var status = Reading.Words(record.Text("status"));
        var both = record.Text("deliveryStatus") is { Length: > 0 } delivery
            ? $"gate: {status}, channel: {Reading.Words(delivery)}"
            : status;
        var revision = record.Text("revision") is { Length: > 0 } named ? $", revision {named}" : "";
        return $"{record.Text("ref")}  {both}{revision}  (version {record.Text("version")})";
    }
}
