using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Cli;

/// <summary>Files that the command line names.</summary>
internal static class Files
{
    public const string Input = "-";

    public static FileStream Open(string path) => Reading(path, File.OpenRead);

    public static byte[] Bytes(string path) => Reading(path, File.ReadAllBytes);

    public static JsonNode Json(string path, TextReader input)
    {
        try
        {
            return JsonNode.Parse(path == Input ? input.ReadToEnd() : Reading(path, File.ReadAllText))
                ?? throw new MisuseException($"{path} holds null.");
        }
        catch (JsonException malformed)
        {
            throw new MisuseException($"{path} is not JSON: {malformed.Message}");
        }
    }

    public static async Task Write(string path, byte[] content, CancellationToken ct)
    {
        try
        {
            await File.WriteAllBytesAsync(path, content, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new MisuseException($"{path} cannot be written: {failure.Message}");
        }
    }

    private static T Reading<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new MisuseException($"{path} cannot be read: {failure.Message}");
        }
    }
}
