using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Cli.Settings;

/// <summary>Where a server is and the token that says who one is there.</summary>
internal sealed record Server(Uri Address, string? Token);

/// <summary>The servers and people that this user has logged in as, in one file that nobody else may read.</summary>
internal sealed partial record Profiles(string? Current, SortedDictionary<string, Profiles.Profile> Known)
{
    public const string UrlVariable = "SLUICE_URL";
    public const string TokenVariable = "SLUICE_TOKEN";
    private const string DefaultUrl = "http://localhost:5080";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public sealed record Profile(string Url, string Token);

    public static Profiles Read(string file)
    {
        if (!File.Exists(file))
            return new(null, []);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), Json.Default.Profiles) is { Known: not null } profiles
                ? profiles
                : throw new MisuseException($"{file} is not a configuration of sluice.");
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"{file} cannot be read: {failure.Message}");
        }
    }

    /// <summary>A named profile wins over the environment, the environment over the profile used last.</summary>
    public Server Choose(string? name, Surroundings around)
    {
        if (name is not null)
            return Known.TryGetValue(name, out var named)
                ? new(Address(named.Url), named.Token)
                : throw new MisuseException($"You have not logged in as {name}: sluice login URL --as {name} …");
        var last = Current is null ? null : Known.GetValueOrDefault(Current);
        var url = around.Environment(UrlVariable);
        // A token is for its own server only; another address must bring its own.
        var token = around.Environment(TokenVariable) ?? (url is null || SameServer(url, last?.Url) ? last?.Token : null);
        return new(Address(url ?? last?.Url ?? DefaultUrl), token);
    }

    public static Uri Address(string url) =>
        Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? address
            : throw new MisuseException($"\"{url}\" is no address of a server; one begins with http:// or https://.");

    public void Write(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var written = file + ".new";
            File.Delete(written);
            // Its mode is set before anything is in it.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerOnly;
            using (var stream = new FileStream(written, options))
                JsonSerializer.Serialize(stream, this, Json.Default.Profiles);
            File.Move(written, file, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"{file} cannot be written: {failure.Message}");
        }
    }

    private static bool SameServer(string url, string? other) => other is not null && Address(url) == Address(other);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
    [JsonSerializable(typeof(Profiles))]
    private sealed partial class Json : JsonSerializerContext;
}
