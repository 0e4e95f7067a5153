using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Rexx;

/// <summary>Reads an exec as far as it says what it calls, which commands it gives and which data sets it allocates.</summary>
internal static class RexxReader
{
    public static void Read(string name, SourceText source, Findings findings) => new RexxMember(name, source, findings).Read();
}
