using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Pli;

/// <summary>
/// Reads PL/I source as far as it says what it calls, includes and opens: a program or a member that programs include.
/// </summary>
internal static class PliReader
{
    public static void Read(string name, SourceText source, Findings findings) => new PliMember(name, source, findings).Read();
}
