using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Assembler;

/// <summary>Reads assembler source: a program, a macro or a member that is copied into either.</summary>
internal static class AssemblerReader
{
    public static void Read(string name, SourceText source, Findings findings) =>
        new AssemblerMember(name, source, findings).Read();
}
