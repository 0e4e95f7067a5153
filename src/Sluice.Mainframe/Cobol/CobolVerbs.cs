using System.Collections.Frozen;

namespace Sluice.Mainframe.Cobol;

/// <summary>Words that begin the next statement or phrase, so that a list of names ends before them.</summary>
/// <remarks>Enterprise COBOL for z/OS Language Reference, appendix "Reserved words".</remarks>
internal static class CobolVerbs
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "ACCEPT", "ADD", "ALLOCATE", "ALTER", "CALL", "CANCEL", "CLOSE", "COMPUTE", "CONTINUE", "COPY", "DELETE", "DISPLAY", "DIVIDE", "END", "ENTRY",
        "EVALUATE", "EXEC", "EXECUTE", "EXIT", "FREE", "GO", "GOBACK", "IF", "INITIALIZE", "INSPECT", "INVOKE", "JSON", "MERGE", "MOVE",
        "MULTIPLY", "OPEN", "PERFORM", "READ", "RELEASE", "RETURN", "REWRITE", "SEARCH", "SET", "SORT", "START", "STOP", "STRING", "SUBTRACT",
        "UNSTRING", "WRITE", "XML", "ELSE", "WHEN", "THEN", "NEXT", "NOT", "AT", "ON", "INVALID", "END-IF", "END-EVALUATE", "END-PERFORM",
        "END-READ", "END-CALL", "END-EXEC", "END-SEARCH", "END-WRITE", "END-REWRITE", "END-DELETE", "END-START", "END-STRING", "END-UNSTRING",
        "END-ADD", "END-SUBTRACT", "END-MULTIPLY", "END-DIVIDE", "END-COMPUTE", "END-RETURN", "END-XML", "END-JSON", "END-INVOKE", "END-ACCEPT",
        "END-DISPLAY", "SKIP1", "SKIP2", "SKIP3", "EJECT",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Begins(ReadOnlySpan<char> word) => Words.Contains(word);
}
