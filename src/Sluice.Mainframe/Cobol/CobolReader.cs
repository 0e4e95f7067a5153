using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Cobol;

/// <summary>Reads COBOL: a program, several of them, or a copybook. What it does not know of it passes over.</summary>
internal static class CobolReader
{
    public static void Read(string name, SourceText source, Findings findings) =>
        Member(name, source, findings).Read();

    /// <summary>A copybook may have any part of a program in it, and end anywhere.</summary>
    public static void ReadCopybook(string name, SourceText source, Findings findings)
    {
        var member = Member(name, source, findings);
        member.IsCopied = true;
        member.Read();
    }

    private static CobolMember Member(string name, SourceText source, Findings findings) =>
        new(name, new(source, ReferenceFormats.Of(source), findings), findings);
}
