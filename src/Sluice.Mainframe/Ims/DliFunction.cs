namespace Sluice.Mainframe.Ims;

/// <summary>What a function of DL/I does to the segments that are named with it.</summary>
/// <remarks>
/// IMS Application Programming APIs, chapters "DL/I calls for database management" and "EXEC DLI commands": calls and commands have
/// the same names, and commands longer ones too.
/// </remarks>
internal static class DliFunction
{
    /// <summary>
    /// What a program calls to have a function carried out: of COBOL, of PL/I, with an AIB, and of Language Environment.
    /// </summary>
    public static bool IsInterface(ReadOnlySpan<char> program) => program.Trim(' ') is "CBLTDLI" or "PLITDLI" or "AIBTDLI" or "CEETDLI";

    /// <returns>Null of what is no function on segments: CHKP, SCHD, a name.</returns>
    public static Verb? Verb(ReadOnlySpan<char> function) => function.Trim(' ') switch
    {
        "GU" or "GN" or "GNP" or "GHU" or "GHN" or "GHNP" or "GET" => Mainframe.Verb.Reads,
        "ISRT" or "INSERT" or "LOAD" => Mainframe.Verb.Writes,
        "REPL" or "REPLACE" => Mainframe.Verb.Updates,
        "DLET" or "DELETE" => Mainframe.Verb.Deletes,
        _ => null,
    };
}
