using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary>A folder of sources as it lies on disk.</summary>
internal static class SourceFolder
{
    // What an array holds is less than 2 GiB, and no member of a library is nearly as large.
    private const long LargestMember = 512L * 1024 * 1024;

    /// <param name="first">Names of folders whose members come before all others, in this order; the rest goes by its path.</param>
    public static Sources List(string folder, IReadOnlyList<string> first)
    {
        var root = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (!root.Exists)
            throw new MisuseException($"There is no folder {folder}.");
        var files = new List<SourceFile>();
        Walk(root, files);
        foreach (var library in first)
            if (!files.Exists(file => Rank(file, [library]) == 0))
                throw new MisuseException($"There is no folder {library} in {folder}.");
        return new(
            [.. files.OrderBy(file => Rank(file, first)).ThenBy(file => file.Path, StringComparer.Ordinal)],
            path => File.ReadAllBytes(Path.Combine(root.FullName, path)));
    }

    private static int Rank(SourceFile file, IReadOnlyList<string> first)
    {
        for (var at = 0; at < first.Count; at++)
            if (file.Path.StartsWith($"{first[at].TrimEnd('/')}/", StringComparison.Ordinal))
                return at;
        return first.Count;
    }

    // Links could lead in circles, or out of the folder to what nobody meant: they are named and not followed.
    private static void Walk(DirectoryInfo root, List<SourceFile> files)
    {
        var ahead = new Stack<DirectoryInfo>([root]);
        while (ahead.TryPop(out var here))
        {
            FileSystemInfo[] entries;
            try
            {
                entries = here.GetFileSystemInfos();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                files.Add(new(Relative(root, here), 0, 0) { Skipped = failure.Message });
                continue;
            }
            foreach (var entry in entries)
                if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) || entry.LinkTarget is not null)
                    files.Add(new(Relative(root, entry), 0, 0) { Skipped = "It is a link, and links are not followed." });
                else if (entry is DirectoryInfo below)
                {
                    // Of tools: .git and the like.
                    if (!below.Name.StartsWith('.'))
                        ahead.Push(below);
                }
                else if (entry is FileInfo file)
                    files.Add(new(Relative(root, file), file.Length, file.LastWriteTimeUtc.Ticks)
                    {
                        Skipped = file.Length > LargestMember ? "It is larger than 512 MiB." : null,
                    });
        }
    }

    private static string Relative(DirectoryInfo root, FileSystemInfo entry) =>
        Path.GetRelativePath(root.FullName, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
