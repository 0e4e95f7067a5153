using System.Text;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Text;

/// <summary>Members as they would come from z/OS.</summary>
internal static class Bytes
{
    public static byte[] Ebcdic(string text, int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page == 273 ? 20273 : page)!.GetBytes(text);

    /// <summary>Records of one length, filled up with blanks, and nothing between them.</summary>
    public static byte[] Fixed(IEnumerable<string> lines, int page, int length = 80) =>
        Ebcdic(string.Concat(lines.Select(line => line.PadRight(length))), page);

    /// <summary>Records with descriptors.</summary>
    public static byte[] Variable(IEnumerable<byte[]> records) =>
        [.. records.SelectMany(record => (byte[])[.. Descriptor(record.Length), .. record])];

    public static byte[] Block(byte[] records) => [.. Descriptor(records.Length), .. records];

    public static List<string> Lines(SourceText source) =>
        [.. Enumerable.Range(1, source.Count).Select(number => source[number].ToString())];

    private static byte[] Descriptor(int length) => [(byte)((length + 4) >> 8), (byte)(length + 4), 0, 0];
}
