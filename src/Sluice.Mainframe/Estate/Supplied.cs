using System.Collections.Frozen;

namespace Sluice.Mainframe.Estate;

/// <summary>
/// What comes with z/OS and its products, and is in nobody's sources: named by the prefix of the component that it belongs to, or one
/// of those that are called by a name of their own.
/// </summary>
/// <remarks>
/// Source: z/OS Program Management: User's Guide and Reference and the manuals of the products; component prefixes are those of
/// z/OS Problem Management, appendix "Component names and prefixes".
/// </remarks>
public static class Supplied
{
    private const int LengthOfPrefix = 3;

    private static readonly FrozenSet<string> Prefixes = new[]
    {
        // DFSMS and utilities
        "ADR", "ARC", "CBR", "EDG", "ICE", "ICK", "IDC", "IEB", "IEF", "IEH", "IEW", "IGD", "IGG",
        // Language Environment, compilers, assembler
        "ASM", "CEE", "EDC", "IBM", "IEL", "IGY", "IGZ", "ILB",
        // CICS, IMS, Db2, MQ
        "CAF", "CMQ", "CSQ", "DFH", "DFS", "DSN", "DXR",
        // TSO, ISPF, REXX, UNIX, SMP/E, communication, security
        "AMA", "BPX", "EZA", "GIM", "ICH", "IKJ", "IRR", "IRX", "ISP", "IST", "SDS",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Names = new[]
    {
        "SORT", "DFSORT", "ICETOOL", "SYNCSORT", "MERGE", "HEWL", "LINKEDIT", "LOADER", "FTP", "SDSF", "GENER", "XMITIP",
        "CBLTDLI", "PLITDLI", "ASMTDLI", "CTDLI", "AIBTDLI", "AERTDLI", "DSNTIAR", "DSNALI", "DSNELI", "DSNULI",
        "SQLCA", "SQLDA", "MQCONN", "MQCONNX", "MQDISC", "MQOPEN", "MQCLOSE", "MQGET", "MQPUT", "MQPUT1", "MQINQ", "MQSET",
        "MQBEGIN", "MQCMIT", "MQBACK", "MQSUB", "MQSUBRQ", "MQCB", "MQCTL", "MQCRTMH", "MQDLTMH", "MQSETMP", "MQINQMP", "MQDLTMP",
        "MQBUFMH", "MQMHBUF", "MQSTAT",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Is(Thing thing) =>
        thing.Kind is ThingKind.Program or ThingKind.Copybook or ThingKind.Proc or ThingKind.JclInclude
        && (Names.Contains(thing.Name)
            || (thing.Name.Length > LengthOfPrefix && Prefixes.Contains(thing.Name[..LengthOfPrefix])));
}
