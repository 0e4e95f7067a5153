using System.Buffers.Binary;

namespace Sluice.Mainframe.Snapshots;

/// <summary>How a snapshot begins, lists its members and ends. Version 2; numbers of the footer are little-endian.</summary>
internal static class SnapshotFormat
{
    public const int FooterLength = 6 * sizeof(long) + 32 + 16;

    public static ReadOnlySpan<byte> Magic => "SLUICE ESTATE 2\n"u8;

    private static ReadOnlySpan<byte> End => "ESTATE ENDS 2.\r\n"u8;

    /// <param name="DirectorySha256">A file that was cut short or overwritten does not pass for a snapshot.</param>
    public readonly record struct Footer(
        long TargetsAt, long TargetsCount, long SubjectsAt, long SubjectsCount, long DirectoryAt, long DirectoryLength,
        ReadOnlyMemory<byte> DirectorySha256)
    {
        public void Write(Span<byte> to)
        {
            foreach (var (place, number) in (ReadOnlySpan<(int, long)>)
                [(0, TargetsAt), (1, TargetsCount), (2, SubjectsAt), (3, SubjectsCount), (4, DirectoryAt), (5, DirectoryLength)])
                BinaryPrimitives.WriteInt64LittleEndian(to[(place * sizeof(long))..], number);
            DirectorySha256.Span.CopyTo(to[(6 * sizeof(long))..]);
            End.CopyTo(to[(6 * sizeof(long) + 32)..]);
        }

        /// <param name="length">Of the whole snapshot.</param>
        /// <exception cref="DamagedSnapshotException"/>
        public static Footer Read(ReadOnlySpan<byte> from, long length)
        {
            if (!from.EndsWith(End))
                throw new DamagedSnapshotException("It does not end as a snapshot does.");
            Span<long> numbers = stackalloc long[6];
            for (var place = 0; place < numbers.Length; place++)
                numbers[place] = BinaryPrimitives.ReadInt64LittleEndian(from[(place * sizeof(long))..]);
            var footer = new Footer(
                numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], from.Slice(6 * sizeof(long), 32).ToArray());
            return footer.Fits(length) ? footer : throw new DamagedSnapshotException("Its parts are not where it says they are.");
        }

        private bool Fits(long length) =>
            TargetsAt >= Magic.Length && TargetsAt <= length && TargetsCount >= 0 && SubjectsCount >= 0 && DirectoryLength is >= 0 and <= int.MaxValue
            && TargetsCount <= length / NameEntry.Size && SubjectsCount <= length / NameEntry.Size
            && SubjectsAt == TargetsAt + TargetsCount * NameEntry.Size && DirectoryAt == SubjectsAt + SubjectsCount * NameEntry.Size
            && DirectoryAt + DirectoryLength + FooterLength == length;
    }
}
