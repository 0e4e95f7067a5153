namespace Sluice.Mainframe;

/// <summary>What a member is written in, and so who reads it: finer than <see cref="MemberKind"/>.</summary>
public enum Language
{
    /// <summary>Programs and copybooks.</summary>
    Cobol,

    /// <summary>Jobs, procedures and INCLUDE groups.</summary>
    Jcl,

    /// <summary>Input of utilities and of TSO in batch.</summary>
    ControlCards,

    /// <summary>Maps of CICS.</summary>
    Bms,

    /// <summary>Resource definitions of CICS.</summary>
    Csd,

    /// <summary>SQL that defines.</summary>
    Ddl,

    /// <summary>Database descriptions of IMS.</summary>
    Dbd,

    /// <summary>Program specification blocks of IMS.</summary>
    Psb,

    /// <summary>Commands of IBM MQ.</summary>
    Mqsc,

    /// <summary>Commands of RACF.</summary>
    Racf,

    /// <summary>Programs and what they include.</summary>
    Pli,

    /// <summary>Programs, macros and what they copy.</summary>
    Assembler,

    /// <summary>Execs.</summary>
    Rexx,

    /// <summary>What TSO took for a command procedure before there was REXX, and still does without a sign of it.</summary>
    Clist,

    /// <summary>Job definitions of a scheduler.</summary>
    Scheduler,

    /// <summary>None that is read here.</summary>
    None,
}
