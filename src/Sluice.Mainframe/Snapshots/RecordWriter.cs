using System.Buffers;
using System.Text;

namespace Sluice.Mainframe.Snapshots;

/// <summary>
/// Numbers and texts one after the other. Numbers are unsigned LEB128 (DWARF Debugging Information Format, section "Variable Length
/// Data"), so that the small ones, which are nearly all, take one byte; texts are UTF-8 behind their length.
/// </summary>
internal sealed class RecordWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new(4096);

    public int Count => bytes.WrittenCount;

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public void Number(long value)
    {
        var left = (ulong)value;
        var span = bytes.GetSpan(10);
        var at = 0;
        for (; left >= 0x80; left >>= 7)
            span[at++] = (byte)(left | 0x80);
        span[at++] = (byte)left;
        bytes.Advance(at);
    }

    public void Byte(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
    }

    /// <summary>Half a surrogate pair, which no file holds but a broken text can, becomes the sign for what is unknown.</summary>
    public void Text(string value)
    {
        Number(Encoding.UTF8.GetByteCount(value));
        bytes.Advance(Encoding.UTF8.GetBytes(value, bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length))));
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        bytes.Write(value);
    }

    /// <summary>What was written by another writer.</summary>
    public void Verbatim(ReadOnlySpan<byte> written) => bytes.Write(written);

    public void Place(Place at)
    {
        Number(at.Line);
        Number(at.Column);
    }

    public void Clear() => bytes.ResetWrittenCount();
}
