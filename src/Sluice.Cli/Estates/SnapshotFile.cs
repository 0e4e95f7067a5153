using System.IO.MemoryMappedFiles;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Cli.Estates;

/// <summary>A snapshot on disk, read where it lies.</summary>
internal sealed class SnapshotFile : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    private SnapshotFile(MemoryMappedFile file, MemoryMappedViewAccessor view, Snapshot snapshot) =>
        (this.file, this.view, Snapshot) = (file, view, snapshot);

    public Snapshot Snapshot { get; }

    /// <exception cref="DamagedSnapshotException"/>
    public static SnapshotFile Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length == 0)
            throw new DamagedSnapshotException("It is empty.");
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        try
        {
            var bytes = view.SafeMemoryMappedViewHandle;
            return new(file, view, new((offset, into) => bytes.ReadSpan((ulong)offset, into), length));
        }
        catch
        {
            view.Dispose();
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}
