using System.Collections.Frozen;

namespace Sluice.Mainframe.Commands;

/// <summary>
/// Commands that come with TSO/E and what runs under it; any other word is a command, exec or CLIST of the estate.
/// </summary>
/// <remarks>
/// z/OS TSO/E Command Reference; TSO/E REXX Reference, chapter "TSO/E REXX Commands"; z/OS Security Server RACF Command Language
/// Reference; z/OS DFSMS Access Method Services Commands; z/OS DFSMShsm Managing Your Own Data; z/OS UNIX System Services Command
/// Reference, TSO/E commands.
/// </remarks>
internal static class TsoCommandNames
{
    private const string Names = """
        ALLOCATE ALLOC CALL DELETE DEL EXEC EX EXECIO ISPEXEC ISPSTART RUN SUBMIT SUB TSOEXEC
        ALTLIB ATTRIB ATTN CANCEL CONSOLE CONSPROF EDIT END EXECUTIL FREE HELP H LINK LISTALC LISTA LISTBC LISTB LISTCAT LISTC
        LISTDS LISTD LOADGO LOAD LOGOFF LOGON MVSSERV OUTDES OUTPUT OUT PARMLIB PRINTDS PROFILE PROF PROTECT RECEIVE RENAME
        REN SEND SE SMCOPY SMFIND SMPUT STATUS ST SYNC TERMINAL TERM TEST TIME TRANSMIT XMIT TSOLIB VLFNOTE WHEN DELSTACK
        DROPBUF HE HI HT IMMEX MAKEBUF NEWSTACK QBUF QELEM QSTACK RT SUBCOM TE TS ADDGROUP AG ADDSD AD ADDUSER AU ALTDSD ALD
        ALTGROUP ALG ALTUSER ALU CONNECT CO DELDSD DD DELGROUP DG DELUSER DU LISTDSD LISTGRP LG LISTUSER LU PASSWORD PHRASE PW
        PERMIT PE RALTER RALT RDEFINE RDEF RDELETE RDEL REMOVE RE RLIST RL RVARY SEARCH SR SETROPTS SETR RACDCERT RACMAP ALTER
        BLDINDEX DEFINE DEF EXAMINE EXPORT IMPORT PRINT REPRO VERIFY DIAGNOSE DCOLLECT SHCDS HALTERDS HBACKDS HBDELETE HCANCEL
        HDELETE HLIST HMIGRATE HQUERY HRECALL HRECOVER HSEND BPXBATCH OMVS OBROWSE OCOPY OEDIT OGET OGETX OHELP OPUT OPUTX
        OSHELL OSTEPLIB MKDIR MKNOD MOUNT UNMOUNT ISHELL DSN DSNH IPCS ISPF PDF SDSF ISREDIT FTP PING TSOPING NETSTAT TELNET
        TN3270
        """;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known =
        Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> name) => Known.Contains(name);
}
