using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Cli.Estates;

/// <summary>A snapshot on disk, read where it lies.</summary>
internal sealed class SnapshotFile : IDisposable
{
    // What is longer is copied sooner than its pages are mapped one by one.
    private const int Long = 32 * 1024;

    private readonly SafeFileHandle handle;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    /// <exception cref="DamagedSnapshotException"/>
    public SnapshotFile(string path)
    {
        handle = File.OpenHandle(path);
        var length = RandomAccess.GetLength(handle);
        if (length == 0)
        {
            handle.Dispose();
            throw new DamagedSnapshotException("It is empty.");
        }
        file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        try
        {
            Snapshot = new(Read, length);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Snapshot Snapshot { get; }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
        handle.Dispose();
    }

    private void Read(long offset, Span<byte> into)
    {
        if (into.Length < Long)
        {
            view.SafeMemoryMappedViewHandle.ReadSpan((ulong)offset, into);
            return;
        }
        for (int read; into.Length > 0; into = into[read..], offset += read)
            if ((read = RandomAccess.Read(handle, into, offset)) == 0)
                throw new DamagedSnapshotException("It has become shorter.");
    }
}
