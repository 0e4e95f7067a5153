using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Files;

/// <summary>Where files are kept.</summary>
public sealed record FileFolder(DirectoryInfo Folder);

/// <summary>
/// Keeps files under their SHA-256, each content once. A file is written under another name, flushed, and renamed when it is
/// whole: whatever stops the process on the way leaves no half file under a digest.
/// </summary>
public sealed class FileStore(AppDb db, FileFolder root, TimeProvider clock)
{
    public const long Largest = 100L * 1024 * 1024;
    private const int BufferSize = 81_920;

    /// <summary>A file that is on disk, whole, under a name of its own. Disposed of without being kept, it is gone.</summary>
    /// <param name="Size">Bytes.</param>
    public sealed record Received(string Sha256, long Size, string Temporary) : IDisposable
    {
        public void Dispose() => File.Delete(Temporary);
    }

    /// <summary>Streams to disk; the caller's transaction then makes it known with <see cref="Keep"/>.</summary>
    /// <returns>413 past 100 MiB; nothing of it is left then.</returns>
    public async Task<Outcome<Received>> Receive(Stream content, CancellationToken ct)
    {
        var incoming = Directory.CreateDirectory(Path.Combine(root.Folder.FullName, "incoming"));
        var temporary = Path.Combine(incoming.FullName, Path.GetRandomFileName());
        try
        {
            var (sha256, size) = await Write(content, temporary, ct);
            var received = new Received(sha256, size, temporary);
            if (size <= Largest)
                return received;
            received.Dispose();
            return new Reason(ReasonKind.TooLarge, "file.too-large", "A file has at most 100 MiB.", "/file");
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Once nothing speaks against it any more. Trying a transaction again finds it kept already.</summary>
    public async Task Keep(Received file, CancellationToken ct)
    {
        var final = PathOf(file.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(final)!);
        if (File.Exists(file.Temporary))
            File.Move(file.Temporary, final, overwrite: true);
        else if (!File.Exists(final))
            throw new IOException($"The file received as {file.Sha256} is gone.");
        if (!await Has(file.Sha256, ct))
            db.Add(new StoredFile(db.Tenant, file.Sha256, file.Size, clock.GetUtcNow()));
    }

    public Task<bool> Has(string sha256, CancellationToken ct) => db.Set<StoredFile>().AnyAsync(file => file.Sha256 == sha256, ct);

    /// <returns><see langword="null"/> when this tenant has no such file.</returns>
    /// <exception cref="InvalidDataException">What is on disk is not what was uploaded.</exception>
    /// <exception cref="IOException">It is not there any more.</exception>
    public async Task<FileStream?> Open(string sha256, CancellationToken ct)
    {
        if (!await Has(sha256, ct))
            return null;
        var file = new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);
        try
        {
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) != sha256)
                throw new InvalidDataException($"The file kept under {sha256} has been altered.");
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>At start: what an upload left behind when the process was killed. What another process is writing is locked.</summary>
    public static void Clear(FileFolder root)
    {
        var incoming = new DirectoryInfo(Path.Combine(root.Folder.FullName, "incoming"));
        if (incoming.Exists)
            foreach (var left in incoming.EnumerateFiles().Where(IsLeft))
                left.Delete();
    }

    private static bool IsLeft(FileInfo file)
    {
        try
        {
            using var locked = file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<(string Sha256, long Size)> Write(Stream content, string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, useAsync: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long size = 0;
            for (int read; size <= Largest && (read = await content.ReadAsync(buffer, ct)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PathOf(string sha256) => Path.Combine(root.Folder.FullName, sha256[..2], sha256);
}
