namespace Sluice.Mainframe;

/// <summary>What a member is, in the words of the REST contract once written in kebab case: <c>control-card</c>.</summary>
public enum MemberKind
{
    /// <summary>A whole compilation unit.</summary>
    Cobol,

    /// <summary>Included by COBOL programs: records, paragraphs, DCLGEN output.</summary>
    Copybook,

    /// <summary>A job.</summary>
    Jcl,

    /// <summary>A catalogued procedure or INCLUDE group: JCL that cannot be submitted by itself.</summary>
    Proc,

    /// <summary>CICS maps.</summary>
    Bms,

    /// <summary>Db2 definitions.</summary>
    Ddl,

    /// <summary>Input of a utility: sort, IDCAMS, binder, Db2 binds and utilities, TSO batch.</summary>
    ControlCard,

    /// <summary>CICS resource definitions.</summary>
    Csd,

    /// <summary>Job definitions of a scheduler.</summary>
    Scheduler,

    /// <summary>Everything else, also what is not readable as text: load modules, data.</summary>
    Other,
}
