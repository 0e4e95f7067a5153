namespace Sluice.Mainframe;

/// <summary>Something with a name that a source can mention: the knots of the estate.</summary>
/// <param name="Name">
/// In upper case, as z/OS knows it. Parts are named after their whole: a step <c>PAYJOB.STEP010</c>, a map <c>PAYSET.PAYMAP</c>,
/// a table <c>PAY.SALARY</c>.
/// </param>
public readonly record struct Thing(ThingKind Kind, string Name)
{
    public override string ToString() => $"{Kind} {Name}";
}

/// <summary>What sort of thing; in JSON and tables in kebab case: <c>data-set</c>.</summary>
public enum ThingKind
{
    /// <summary>A load module, by the name it is called by.</summary>
    Program,

    /// <summary>Source text that programs copy in, whatever their language: copybook, include member, macro.</summary>
    Copybook,

    /// <summary>A batch job.</summary>
    Job,

    /// <summary>A catalogued or in-stream procedure.</summary>
    Proc,

    /// <summary>A step of a job or of a procedure: <c>JOB.STEP</c>.</summary>
    Step,

    /// <summary>A group of JCL statements that INCLUDE brings in.</summary>
    JclInclude,

    /// <summary>By its catalogued name, without member and generation.</summary>
    DataSet,

    /// <summary>The name by which a program knows a data set, given meaning by a DD statement of each step that runs it.</summary>
    DdName,

    /// <summary>A member of a data set that a job reads: control cards, parameters.</summary>
    ControlMember,

    /// <summary>A CICS transaction.</summary>
    Transaction,

    /// <summary>A CICS file, given its data set by the CSD.</summary>
    CicsFile,

    /// <summary>A BMS map set: a load module of its own.</summary>
    Mapset,

    /// <summary>A BMS map: <c>MAPSET.MAP</c>, or by itself where the map set is not said.</summary>
    Map,

    /// <summary>A transient-data, temporary-storage or MQ queue.</summary>
    Queue,

    /// <summary>Any other resource that the CSD, MQSC or another definition names.</summary>
    Resource,

    /// <summary>A Db2 table, view or alias, with its schema where it is said.</summary>
    Table,

    /// <summary>Where tables are kept: <c>DATABASE.TABLESPACE</c>.</summary>
    Tablespace,

    /// <summary>A Db2 index.</summary>
    Index,

    /// <summary>A Db2 package: <c>COLLECTION.PACKAGE</c>.</summary>
    Package,

    /// <summary>A Db2 application plan.</summary>
    Plan,

    /// <summary>An IMS program specification block: what a program may see of which databases.</summary>
    Psb,

    /// <summary>An IMS database, by its DBD.</summary>
    Dbd,

    /// <summary>An IMS segment.</summary>
    Segment,

    /// <summary>A RACF profile: <c>CLASS PROFILE</c>.</summary>
    SecurityProfile,

    /// <summary>A job as a scheduler knows it.</summary>
    ScheduledJob,

    /// <summary>A scheduler's condition or resource that jobs wait for.</summary>
    Condition,
}
