using System.IO.Enumeration;
using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary>A folder of sources as it lies on disk.</summary>
internal static class SourceFolder
{
    // What an array holds is less than 2 GiB, and no member of a library is nearly as large.
    private const long LargestMember = 512L * 1024 * 1024;

    private const int ShortestKept = 1 << 17;
    private const int LongestKept = 1 << 20;

    [ThreadStatic]
    private static byte[]? buffer;

    // Times of files go by ticks of the system's clock, of ten milliseconds or less.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <param name="first">Names of folders whose members come before all others, in this order; the rest goes by its path.</param>
    /// <param name="except">A file that is no source wherever it lies: the snapshot that is being written.</param>
    public static Sources List(string folder, IReadOnlyList<string> first, string? except, DateTimeOffset now)
    {
        var root = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (!root.Exists)
            throw new MisuseException($"There is no folder {folder}.");
        var files = new List<SourceFile>();
        Walk(root, files, now - Tick);
        var own = except is null ? null : Path.GetRelativePath(root.FullName, Path.GetFullPath(except)).Replace(Path.DirectorySeparatorChar, '/');
        files.RemoveAll(file => file.Path == own);
        // A pipe would wait for somebody who writes to it.
        var empty = files.Where(file => file.Size == 0).Select(file => file.Path).ToHashSet();
        foreach (var library in first)
            if (!files.Exists(file => Rank(file, [library]) == 0))
                throw new MisuseException($"There is no folder {library} in {folder}.");
        files.Sort((one, other) => Rank(one, first).CompareTo(Rank(other, first)) is not 0 and var order
            ? order
            : string.CompareOrdinal(one.Path, other.Path));
        return new(
            files,
            path => empty.Contains(path) ? default : Content(Path.Combine(root.FullName, path)));
    }

    // To the garbage collector most members are large objects, which it would keep for long: each thread reads them into one array.
    private static ReadOnlyMemory<byte> Content(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(file);
        if (length > LargestMember)
            throw new IOException("It has become too large.");
        var into = length <= buffer?.Length ? buffer : new byte[Math.Max(ShortestKept, length)];
        if (into.Length <= LongestKept)
            buffer = into;
        var filled = 0;
        for (int read; filled < into.Length && (read = RandomAccess.Read(file, into.AsSpan(filled), filled)) > 0;)
            filled += read;
        return into.AsMemory(0, filled);
    }

    private static int Rank(SourceFile file, IReadOnlyList<string> first)
    {
        for (var at = 0; at < first.Count; at++)
            if (file.Path.StartsWith($"{first[at].TrimEnd('/')}/", StringComparison.Ordinal))
                return at;
        return first.Count;
    }

    // Links could lead in circles, or out of the folder to what nobody meant: they are named and not followed.
    private static void Walk(DirectoryInfo root, List<SourceFile> files, DateTimeOffset justNow)
    {
        List<string> folders = [""];
        while (folders.Count > 0)
        {
            // Large libraries beside each other; the order is made at the end.
            var read = folders.Count == 1 ? [Read(root, folders[0], justNow)] : folders.AsParallel().Select(folder => Read(root, folder, justNow)).ToList();
            files.AddRange(read.SelectMany(folder => folder.Files));
            folders = [.. read.SelectMany(folder => folder.Below)];
        }
    }

    private static (List<SourceFile> Files, List<string> Below) Read(DirectoryInfo root, string folder, DateTimeOffset justNow)
    {
        var (files, below) = (new List<SourceFile>(), new List<string>());
        try
        {
            foreach (var (path, isFolder, file) in Entries(root.FullName, folder, justNow))
                if (file is not null)
                    files.Add(file);
                // Of tools: .git and the like.
                else if (isFolder && !Path.GetFileName(path).StartsWith('.'))
                    below.Add(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (folder.Length == 0)
                throw new MisuseException($"{root.FullName} cannot be read. {failure.Message}");
            files.Add(new(folder, 0, 0) { Skipped = "This folder could not be read by who scans." });
        }
        return (files, below);
    }

    private static FileSystemEnumerable<(string Path, bool IsFolder, SourceFile? File)> Entries(
        string root, string below, DateTimeOffset justNow) => new(
        Path.Combine(root, below),
        (ref entry) =>
        {
            var path = below.Length == 0 ? entry.FileName.ToString() : $"{below}/{entry.FileName}";
            return entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
                ? (path, false, new(path, 0, 0) { Skipped = "It is a link, and links are not followed." })
                : entry.IsDirectory ? (path, true, null)
                : (path, false, new(path, entry.Length, Modified(entry.LastWriteTimeUtc, justNow))
                {
                    Skipped = entry.Length > LargestMember ? "It is larger than 512 MiB." : null,
                });
        },
        new() { AttributesToSkip = 0, IgnoreInaccessible = false });

    private static long Modified(DateTimeOffset written, DateTimeOffset justNow) => written < justNow ? written.Ticks : SourceFile.BeingWritten;
}
