using System.Globalization;
using System.Text.Json;
using Sluice.Kernel.Http;

namespace Sluice.Kernel.Outbox;

/// <summary>Where the head journal is kept: outside the database, or it would prove nothing about it.</summary>
public sealed record HeadFolder(DirectoryInfo Folder);

/// <summary>
/// Remembers the head of every chain after every entry, in a file of JSON lines for each month: a history that is cut off or
/// rewritten as a whole still verifies against itself, but not against a head remembered elsewhere. See ADR 1.
/// </summary>
internal sealed class HeadJournal(HeadFolder root) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <param name="Record">The record's chain.</param>
    /// <param name="Head">Hash of the entry of that sequence.</param>
    public sealed record Line(Guid Tenant, string Record, long Sequence, string Head, string Act, DateTime At)
    {
        public static Line Of(OutboxRow row) =>
            new(row.TenantId.Value, row.Record, row.Sequence, row.Head.Text, row.Act, row.At.UtcDateTime);
    }

    /// <summary>The file that an entry of that moment goes to: its month, UTC.</summary>
    public FileInfo FileFor(DateTimeOffset at) =>
        new(Path.Combine(root.Folder.FullName, at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture) + ".jsonl"));

    /// <summary>Appends the lines, all to one file, and returns when they are on disk.</summary>
    public async Task Append(FileInfo month, IEnumerable<Line> lines, CancellationToken ct)
    {
        using var text = new MemoryStream();
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(text, line, Wire.Json);
            text.WriteByte((byte)'\n');
        }

        await turn.WaitAsync(ct);
        try
        {
            root.Folder.Create();
            // Not shared: appending is "go to the end and write", and two processes doing so would write over each other.
            await using var file = new FileStream(month.FullName, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (EndsHalfway(file))
                file.WriteByte((byte)'\n');
            // One write, and no way back from here: half a line is what the next one has to step over.
            file.Write(text.GetBuffer().AsSpan(0, (int)text.Length));
            file.Flush(flushToDisk: true);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Goes to the end. A process that was killed while writing may have left half a line there.</summary>
    private static bool EndsHalfway(FileStream file)
    {
        if (file.Length == 0)
            return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }
}
