using System.Text;
using Sluice.Mainframe;
using Sluice.Mainframe.Text;

namespace Sluice.Fuzz.Making;

/// <summary>A good member, of which pieces are taken to be spoiled.</summary>
/// <param name="Path">With its folder and extension: they have a say in what it is read as.</param>
/// <param name="Lines">Each character is a byte of the file.</param>
internal sealed record SeedMember(string Path, Language Language, IReadOnlyList<string> Lines)
{
    public static SeedMember Of(string path, ReadOnlySpan<byte> content)
    {
        using var source = SourceText.Read(content);
        var language = source is null ? Language.None : Languages.Of(path, source);
        return new(path, language, Encoding.Latin1.GetString(content).ReplaceLineEndings("\n").Split('\n'));
    }
}
