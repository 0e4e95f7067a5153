using System.Security.Cryptography;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>
/// What the others hear of a member: where that is as it was, they mean what they meant, whatever else was edited in it. Of a copybook
/// its values and what it copies in turn, of JCL everything but comments, of the rest no more than that it is there.
/// </summary>
internal static class Heard
{
    private const int Length = 8;

    /// <returns>A digest of it; empty where there is nothing to hear.</returns>
    public static byte[] Of(Reading reading, ReadOnlySpan<byte> content) =>
        reading.Kind is MemberKind.Copybook ? Values(reading)
        : reading.Language is Language.Jcl ? Statements(content)
        : [];

    private static byte[] Values(Reading reading)
    {
        var record = new RecordWriter();
        Externals.WriteAssignments(record, reading.Assignments);
        foreach (var copy in reading.References)
            if (copy.Verb is Verb.Copies)
                ReferenceRecord.Write(record, copy);
        return Digest(record.Written);
    }

    // In code pages where this is no comment the whole is taken: then more is read again than has to be.
    private static byte[] Statements(ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (!content.IsEmpty)
        {
            var end = content.IndexOf((byte)'\n');
            var line = end < 0 ? content : content[..(end + 1)];
            hash.AppendData(line.StartsWith("//*"u8) ? "\n"u8 : line);
            content = content[line.Length..];
        }
        return hash.GetHashAndReset()[..Length];
    }

    private static byte[] Digest(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..Length];
}
