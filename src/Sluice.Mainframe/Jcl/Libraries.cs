using System.Collections.Frozen;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// DD names from which programs, macros, copybooks and procedures are fetched, whatever DISP says.
/// Sources: z/OS MVS JCL Reference, chapter "Special DD statements" (JOBLIB, STEPLIB, JOBCAT, STEPCAT); the names that
/// compilers, the binder, CICS, IMS, TSO and ISPF give theirs.
/// </summary>
internal static class Libraries
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "JOBLIB", "STEPLIB", "JOBCAT", "STEPCAT", "SYSLIB", "DFHRPL", "DFSRESLB", "PROCLIB", "IMS", "SYSPROC", "SYSEXEC",
            "ISPLLIB", "ISPMLIB", "ISPPLIB", "ISPSLIB", "ISPTLIB",
        ], StringComparer.Ordinal);

    /// <summary>
    /// Where the binder puts what it makes, whatever DISP says; it is called like the member there unless a NAME statement says
    /// otherwise. Source: z/OS MVS Program Management: User's Guide and Reference, on the SYSLMOD DD statement.
    /// </summary>
    public static bool IsLinked(string ddName) => ddName.AsSpan()[(ddName.LastIndexOf('.') + 1)..] is "SYSLMOD";

    /// <param name="ddName">May be qualified by a procedure step.</param>
    public static bool Contains(string ddName) => Names.Contains(ddName[(ddName.LastIndexOf('.') + 1)..]);
}
