using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Sluice.Mainframe.Snapshots;

/// <summary>Under the hash of a name: in which member something is of that name, and where in its record.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NameEntry(ulong Hash, uint Member, uint At) : IComparable<NameEntry>
{
    public const int Size = 16;

    public int CompareTo(NameEntry other) =>
        Hash != other.Hash ? Hash.CompareTo(other.Hash) : Member != other.Member ? Member.CompareTo(other.Member) : At.CompareTo(other.At);

    /// <summary>Names are asked for in whatever case, and kept as they were found.</summary>
    /// <remarks>FNV-1a with 64 bits over UTF-16 in upper case. Source: draft-eastlake-fnv, section 4.</remarks>
    public static ulong HashOf(ReadOnlySpan<char> name)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var letter in name)
        {
            hash ^= char.IsAscii(letter) ? (letter is >= 'a' and <= 'z' ? letter & 0xdfUL : letter) : char.ToUpperInvariant(letter);
            hash *= 0x100000001b3UL;
        }
        return hash;
    }

    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(to, Hash);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], Member);
        BinaryPrimitives.WriteUInt32LittleEndian(to[12..], At);
    }

    public static NameEntry Read(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(from), BinaryPrimitives.ReadUInt32LittleEndian(from[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(from[12..]));
}
