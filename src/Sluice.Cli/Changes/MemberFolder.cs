using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Mainframe;

namespace Sluice.Cli.Changes;

/// <summary>Members on disk, as artefacts of the contract.</summary>
internal static class MemberFolder
{
    private static readonly EnumerationOptions Members = new()
    {
        RecurseSubdirectories = true,
        // Links could lead in circles, or to what nobody meant; hidden files belong to tools.
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
    };

    private sealed record Found(string Path, string Library);

    public static async Task<List<JsonObject>> Read(
        string[] paths, string? library, string? author, Action<double> progress, CancellationToken ct)
    {
        var files = paths.SelectMany(path => Under(path, library)).ToList();
        var members = new List<JsonObject>();
        foreach (var file in files)
        {
            members.Add(await Member(file, author, ct));
            progress((double)members.Count / files.Count);
        }
        RefuseTwins(members);
        return members;
    }

    private static IEnumerable<Found> Under(string path, string? library)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(full))
            return [new(full, library ?? Path.GetFileName(Path.GetDirectoryName(full))!)];
        if (!Directory.Exists(full))
            throw new MisuseException($"There is no {path}.");
        return Directory.EnumerateFiles(full, "*", Members).Order(StringComparer.Ordinal)
            .Select(file => new Found(file, library ?? Below(full, Path.GetDirectoryName(file)!)));
    }

    private static string Below(string root, string folder) =>
        Path.GetRelativePath(Path.GetDirectoryName(root) ?? root, folder).Replace(Path.DirectorySeparatorChar, '/');

    private static async Task<JsonObject> Member(Found file, string? author, CancellationToken ct)
    {
        await using var content = Files.Open(file.Path);
        // Enough to tell what it is; the digest is of everything.
        var beginning = new byte[Math.Min(content.Length, 256 * 1024)];
        await content.ReadExactlyAsync(beginning, ct);
        content.Position = 0;
        var kind = MemberKinds.Of($"{file.Library}/{Path.GetFileName(file.Path)}", beginning);
        return Fields.Body(
            ("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())),
            ("name", MemberName.Of(file.Path)),
            ("location", file.Library),
            ("sha256", Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct))),
            ("author", author));
    }

    private static void RefuseTwins(List<JsonObject> members)
    {
        var twins = members.CountBy(member => $"{member["name"]} in {member["location"]}")
            .Where(place => place.Value > 1).Select(place => place.Key).ToList();
        if (twins.Count > 0)
            throw new MisuseException(
                $"A library holds one member of a name. More than one file would be: {string.Join("; ", twins)}. "
                + "Attach their folders one by one with --library.");
    }
}
