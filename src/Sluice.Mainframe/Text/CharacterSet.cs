using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Sluice.Mainframe.Text;

/// <summary>What the bytes of a member stand for.</summary>
internal sealed class CharacterSet
{
    private const int MostControls = 100;
    private const int MostAccents = 4;

    private static readonly CharacterSet AsciiSet = new("ASCII", Encoding.Latin1);
    private static readonly CharacterSet Utf8Set = new("UTF-8", Encoding.UTF8);
    private static readonly CharacterSet Latin1Set = new("Latin-1", Encoding.Latin1);

    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. CodePage.Values.Where(value => value is < 0x20 or 0x7f).Except("\t\n\r\f\u001a"u8.ToArray())]);

    private readonly Encoding? encoding;
    private readonly CodePage? page;

    private CharacterSet(string name, Encoding encoding) => (Name, this.encoding, Blank) = (name, encoding, (byte)' ');

    private CharacterSet(string name, CodePage page) => (Name, this.page, Blank) = (name, page, CodePage.Blank);

    public string Name { get; }

    public byte Blank { get; }

    public bool IsEbcdic => page is not null;

    public bool IsUtf8 => encoding == Encoding.UTF8;

    /// <returns>Null of what is no text.</returns>
    public static CharacterSet? Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
            return HasFewControls(content) ? Utf8Set : null;
        if (Ascii.IsValid(content) && !Ebcdic.IsBlank(content))
            return HasFewControls(content) ? AsciiSet : null;
        if (Ebcdic.IsText(content))
            return Of(Ebcdic.CodePages(content));
        return !HasFewControls(content) ? null : IsUtf8Text(content) ? Utf8Set : IsLatin1Text(content) ? Latin1Set : null;
    }

    public ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) =>
        IsUtf8 && content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;

    public int Characters(ReadOnlySpan<byte> content) => IsUtf8 ? Encoding.UTF8.GetCharCount(content) : content.Length;

    /// <summary>What a byte by itself stands for, where each is a character.</summary>
    public char One(byte value) => page is null ? (char)value : page[value];

    /// <summary>Zeros read as blanks: no z/OS language has them, and some databases cannot keep them.</summary>
    /// <returns>How many characters they are.</returns>
    public int Decode(ReadOnlySpan<byte> content, Span<char> text)
    {
        if (page is not null)
            return page.Decode(content, text);
        var length = encoding!.GetChars(content, text);
        text[..length].Replace('\0', ' ');
        return length;
    }

    private static CharacterSet Of(IReadOnlyList<CodePage> pages)
    {
        var others = string.Join(", ", pages.Skip(1).Select(page => page.Name));
        return new($"EBCDIC {pages[0].Name}{(others == "" ? "" : $" (or {others}: nothing in it tells them apart)")}", pages[0]);
    }

    // A zero says ten times as clearly as any other control character that this is no text.
    private static bool HasFewControls(ReadOnlySpan<byte> content)
    {
        var allowed = content.Length / MostControls;
        while (content.IndexOfAny(Controls) is >= 0 and var at)
        {
            allowed -= content[at] == 0 ? 10 : 1;
            if (allowed < 0)
                return false;
            content = content[(at + 1)..];
        }
        return true;
    }

    // A character that the end of the content cuts in two is no reason against it.
    private static bool IsUtf8Text(ReadOnlySpan<byte> content)
    {
        if (Utf8.IsValid(content))
            return true;
        var lead = content.Length - 1;
        while (lead > 0 && lead > content.Length - 3 && (content[lead] & 0xc0) == 0x80)
            lead--;
        return content[lead] >= 0xc2 && Utf8.IsValid(content[..lead]);
    }

    // Data in EBCDIC has more of its own blanks.
    private static bool IsLatin1Text(ReadOnlySpan<byte> content) =>
        content.Count((byte)' ') >= content.Count(CodePage.Blank) && Ebcdic.CountAbove(content) <= content.Length / MostAccents;
}
