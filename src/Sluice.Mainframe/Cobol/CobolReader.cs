using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Cobol;

/// <summary>Reads COBOL: a program, several of them, or a copybook. What it does not know of it passes over.</summary>
internal static class CobolReader
{
    public static void Read(string name, SourceText source, Findings findings) =>
        new CobolMember(name, new(source, ReferenceFormats.Of(source), findings), findings).Read();
}
