using System.Text;

namespace Sluice.Mainframe.Text;

/// <summary>One of the code pages that sources are kept in on z/OS.</summary>
internal sealed class CodePage
{
    public const byte Blank = 0x40;
    public const byte NextLine = 0x15;
    public const byte LineFeed = 0x25;
    public const byte CarriageReturn = 0x0d;

    private const byte CommercialAt = 0x7c;

    private readonly char[] characters = new char[256];

    private CodePage(string name, int number)
    {
        Name = name;
        CodePagesEncodingProvider.Instance.GetEncoding(number)!.GetChars(Values.ToArray(), characters);
        // z/OS UNIX ends lines with NEL and conversions put LF in its place; tables differ in which byte is which.
        characters[NextLine] = characters[LineFeed] = '\n';
        characters[0] = ' ';
        // A national character of names is a byte, whatever a country shows for it: in Germany a paragraph sign. Source: z/OS MVS
        // JCL Reference, "Character Sets".
        characters[CommercialAt] = '@';
    }

    /// <summary>Where nothing else decides, the first of them is taken: the one of z/OS UNIX and of today's terminals.</summary>
    public static IReadOnlyList<CodePage> All { get; } =
        [new("1047", 1047), new("037", 37), new("1140", 1140), new("273", 20273)];

    /// <summary>Whatever a byte can be.</summary>
    public static IEnumerable<byte> Values => Enumerable.Range(0, 256).Select(value => (byte)value);

    public string Name { get; }

    public char this[byte value] => characters[value];

    public int Decode(ReadOnlySpan<byte> content, Span<char> text)
    {
        var table = characters;
        text = text[..content.Length];
        for (var at = 0; at < content.Length; at++)
            text[at] = table[content[at]];
        return content.Length;
    }
}
