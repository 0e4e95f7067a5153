using Sluice.Mainframe;
using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary>A folder of sources as it lies on disk, read into members.</summary>
internal static class SourceFolder
{
    /// <param name="Skipped">Files that were not read, and why.</param>
    public sealed record Scan(IReadOnlyList<Member> Members, IReadOnlyList<(string Path, string Why)> Skipped);

    private const long LargestMember = 512L * 1024 * 1024;

    public static async Task<Scan> Read(string folder, Action<double> progress, CancellationToken ct)
    {
        var root = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (!root.Exists)
            throw new MisuseException($"There is no folder {folder}.");
        var skipped = new List<(string, string)>();
        var files = new List<FileInfo>();
        Walk(root, root, files, skipped);
        var members = new Member?[files.Count];
        var done = 0;
        await Parallel.ForAsync(0, files.Count, ct, async (at, stop) =>
        {
            members[at] = await Member(root, files[at], skipped, stop);
            progress((double)Interlocked.Increment(ref done) / files.Count);
        });
        return new([.. members.OfType<Member>()], [.. skipped.Order()]);
    }

    private static async Task<Member?> Member(DirectoryInfo root, FileInfo file, List<(string, string)> skipped, CancellationToken ct)
    {
        var path = Relative(root, file);
        try
        {
            var reading = MemberReader.Read(path, await File.ReadAllBytesAsync(file.FullName, ct));
            if (reading.Form is not null)
                return new(path, reading);
            Skip(path, "It is not text: a load module, data, or a code page that is not known.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Skip(path, failure.Message);
        }
        return null;

        void Skip(string what, string why)
        {
            lock (skipped)
                skipped.Add((what, why));
        }
    }

    // Links could lead in circles, or out of the folder to what nobody meant: they are named and not followed.
    private static void Walk(DirectoryInfo root, DirectoryInfo folder, List<FileInfo> files, List<(string, string)> skipped)
    {
        var ahead = new Stack<DirectoryInfo>([folder]);
        while (ahead.TryPop(out var here))
        {
            FileSystemInfo[] entries;
            try
            {
                entries = here.GetFileSystemInfos();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                skipped.Add((Relative(root, here), failure.Message));
                continue;
            }
            foreach (var entry in entries)
                if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                    skipped.Add((Relative(root, entry), "It is a link, and links are not followed."));
                else if (entry is DirectoryInfo below)
                {
                    // Of tools: .git and the like.
                    if (!below.Name.StartsWith('.'))
                        ahead.Push(below);
                }
                else if (entry is FileInfo { Length: > LargestMember })
                    skipped.Add((Relative(root, entry), "It is larger than 512 MiB."));
                else
                    files.Add((FileInfo)entry);
        }
        files.Sort((one, other) => string.CompareOrdinal(one.FullName, other.FullName));
    }

    private static string Relative(DirectoryInfo root, FileSystemInfo entry) =>
        Path.GetRelativePath(root.FullName, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
