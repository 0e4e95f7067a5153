using System.Text.Json;

namespace Sluice.Bench.Reporting;

/// <summary>The figures for programs; the shape is relied on.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Write(string file, IReadOnlyList<Figure> figures) =>
        File.WriteAllText(file, JsonSerializer.Serialize(figures, Wire) + "\n");
}
