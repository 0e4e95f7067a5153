using System.Text;

namespace Sluice.Mainframe.Snapshots;

/// <summary>What <see cref="RecordWriter"/> wrote. Of a damaged file it reads nothing beyond its end, and says that it is damaged.</summary>
internal ref struct RecordReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> left = bytes;

    public readonly bool IsAtEnd => left.IsEmpty;

    public readonly int Left => left.Length;

    /// <exception cref="DamagedSnapshotException"/>
    public long Number()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return (long)value;
        }
        throw new DamagedSnapshotException("A number does not end.");
    }

    /// <summary>A number of things that are still to come, each of at least one byte: more than are left there cannot be.</summary>
    public int Count() => Number() is >= 0 and var count && count <= left.Length
        ? (int)count
        : throw new DamagedSnapshotException("There is less than it says there is.");

    public int Small() => Number() is >= 0 and <= int.MaxValue and var value
        ? (int)value
        : throw new DamagedSnapshotException("A number is out of range.");

    public byte Byte()
    {
        if (left.IsEmpty)
            throw new DamagedSnapshotException("It ends too early.");
        var value = left[0];
        left = left[1..];
        return value;
    }

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public ReadOnlySpan<byte> Bytes()
    {
        var count = Count();
        var value = left[..count];
        left = left[count..];
        return value;
    }

    public Place Place() => new(Small(), Small());
}
