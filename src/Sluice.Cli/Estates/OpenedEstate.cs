using Sluice.Mainframe.Estate;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Cli.Estates;

/// <summary>An estate to ask: a snapshot, or a folder of sources that is read for this one question.</summary>
internal sealed class OpenedEstate : IDisposable
{
    private readonly SnapshotFile file;
    private readonly string? passing;

    private OpenedEstate(SnapshotFile file, string? passing)
    {
        (this.file, this.passing) = (file, passing);
        Graph = new(file.Snapshot);
    }

    public EstateGraph Graph { get; }

    /// <summary>How many members were read for it; the rest was known from before.</summary>
    public int Read { get; private init; }

    /// <param name="place">A folder of sources, or a file that <c>scan --snapshot</c> wrote.</param>
    public static Task<OpenedEstate> Open(Session session, string place, CancellationToken ct) => File.Exists(place)
        ? Task.FromResult(new OpenedEstate(Existing(place), null))
        : Scan(session, () => SourceFolder.List(place, [], null, session.Now), null, ct);

    /// <param name="keep">
    /// Where what is read is kept; of what that file said already, only what has changed is read. Null for this one question.
    /// </param>
    public static async Task<OpenedEstate> Scan(Session session, Func<Sources> list, string? keep, CancellationToken ct)
    {
        var passing = keep is null ? Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) : $"{keep}.{Path.GetRandomFileName()}";
        SnapshotFile? before = null;
        try
        {
            // Both take a while of a large estate.
            var listing = Task.Run(list, ct);
            // What is no snapshot is refused rather than written over: it may be anything.
            before = keep is not null && File.Exists(keep) ? Existing(keep) : null;
            var read = await Write(session, await listing, before?.Snapshot, passing, keep is null, ct);
            if (keep is null)
                return Passing(passing, read);
            // Windows replaces no file that is open.
            if (OperatingSystem.IsWindows())
                before?.Dispose();
            // In its place once it is whole: whoever asks meanwhile is answered from the earlier one.
            File.Move(passing, keep, overwrite: true);
            return new(new SnapshotFile(keep), null) { Read = read };
        }
        catch (Exception failure)
        {
            if (File.Exists(passing))
                File.Delete(passing);
            if (failure is IOException or UnauthorizedAccessException)
                throw new MisuseException($"{keep ?? passing} cannot be written. {failure.Message}");
            throw;
        }
        finally
        {
            // The earlier file goes with its last reader, and the system takes a while to take back what a large one holds.
            if (before is not null)
                _ = Task.Run(before.Dispose, CancellationToken.None);
        }
    }

    private static OpenedEstate Passing(string path, int read)
    {
        var estate = new OpenedEstate(new SnapshotFile(path), path) { Read = read };
        // Elsewhere than on Windows it stays readable until it is closed, and goes even when this process is killed.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return estate;
    }

    public static SnapshotFile Existing(string path)
    {
        try
        {
            return new SnapshotFile(path);
        }
        catch (FileNotFoundException)
        {
            throw new MisuseException($"There is no file {path}.");
        }
        catch (Exception failure) when (failure is DamagedSnapshotException or IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"{path} is not a snapshot that can be read. {failure.Message}");
        }
    }

    public void Dispose()
    {
        file.Dispose();
        if (passing is not null)
            File.Delete(passing);
    }

    private static async Task<int> Write(
        Session session, Sources sources, Snapshot? before, string path, bool isPassing, CancellationToken ct)
    {
        await using var output = Created(path, isPassing, FileAccess.Write, 1 << 20, FileOptions.None);
        var scan = new EstateScan(sources, Scratch);
        return await session.Screen.Progress("Reading members", progress => scan.Write(before, output, progress, ct));
    }

    private static FileStream Scratch() => Created(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), true, FileAccess.ReadWrite, 1 << 16, FileOptions.DeleteOnClose);

    // What is in the sources of a bank is nobody else's business, and a folder for temporary files is open to all.
    private static FileStream Created(string path, bool isPassing, FileAccess access, int buffer, FileOptions options)
    {
        var how = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = access, Share = FileShare.None, BufferSize = buffer, Options = options,
        };
        if (isPassing && !OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, how);
    }
}
