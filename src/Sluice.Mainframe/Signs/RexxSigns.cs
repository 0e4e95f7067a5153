using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>
/// An exec says that it is one in a comment on its first line, or TSO would take it for a CLIST. Source: z/OS TSO/E REXX
/// Reference, chapter "REXX General Concepts", "Structure and General Syntax".
/// </summary>
internal static class RexxSigns
{
    public static bool In(SourceText source) =>
        source.Count > 0 && source.Beginning(1).TrimStart() is ['/', '*', ..] line
        && line.Contains("REXX", StringComparison.OrdinalIgnoreCase);
}
