using System.Collections.Frozen;

namespace Sluice.Mainframe.Rexx;

/// <summary>What comes with the language or the system, and is no exec of the estate.</summary>
/// <remarks>
/// TSO/E REXX Reference, chapter "Functions": built-in functions, "TSO/E External Functions", "Double-Byte Character Set
/// Functions and Instructions"; z/OS Using REXX and z/OS UNIX System Services; z/OS SDSF User's Guide, "Using SDSF with the REXX
/// Programming Language".
/// </remarks>
internal static class BuiltinFunctions
{
    private const string Names = """
        ABBREV ABS ADDRESS ARG B2X BITAND BITOR BITXOR C2D C2X CENTER CENTRE COMPARE CONDITION COPIES D2C D2X DATATYPE DATE
        DELSTR DELWORD DIGITS ERRORTEXT EXTERNALS FIND FORM FORMAT FUZZ INDEX INSERT JUSTIFY LASTPOS LEFT LENGTH LINESIZE MAX
        MIN OVERLAY POS QUEUED RANDOM REVERSE RIGHT SIGN SOURCELINE SPACE STRIP SUBSTR SUBWORD SYMBOL TIME TRACE TRANSLATE
        TRUNC USERID VALUE VERIFY WORD WORDINDEX WORDLENGTH WORDPOS WORDS X2B X2C X2D XRANGE GETMSG LISTDSI MSG MVSVAR OUTTRAP
        PROMPT SETLANG STORAGE SYSCPUS SYSDSN SYSVAR TRAPMSG DBADJUST DBBRACKET DBCENTER DBCJUSTIFY DBLEFT DBRIGHT DBRLEFT
        DBRRIGHT DBTODBCS DBTOSBCS DBUNBRACKET DBVALIDATE DBWIDTH BPXWDYN BPXWUNIX SYSCALLS ISFCALLS RXSUBCOM RXWTO SOCKET
        STEMPULL STEMPUSH SYSCPUS
        """;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known =
        Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> name) => Known.Contains(name);
}
