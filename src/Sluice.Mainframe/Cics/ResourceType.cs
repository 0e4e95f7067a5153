using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Cics;

/// <summary>An attribute of a resource definition that names something else.</summary>
/// <param name="Shortest">So many of its letters are told apart from the type's other attributes.</param>
/// <param name="Type">Of a target of kind <see cref="ThingKind.Resource"/>.</param>
internal sealed record ResourceAttribute(string Name, int Shortest, Verb Verb, ThingKind Kind, string? Type = null)
{
    /// <summary>DSNAME01 to DSNAME16 are the data sets of one library.</summary>
    public bool Is(ReadOnlySpan<char> word) => Abbreviation.Is(word, Name, Shortest)
        || (word.Length > Name.Length && char.IsAsciiDigit(word[^1])
            && word.TrimEnd("0123456789").Equals(Name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A type of resource that the CSD can hold, and which of its attributes name other things.</summary>
/// <remarks>
/// CICS Transaction Server for z/OS, Resource Definition Guide (since 5.x "CICS resources"), the chapter of each resource. Types
/// that are not in the table are read too: as resources without references.
/// </remarks>
internal sealed record ResourceType(string Name, int Shortest, ThingKind Kind, params ResourceAttribute[] Attributes)
{
    private static readonly ResourceType[] All =
    [
        new("TRANSACTION", 3, ThingKind.Transaction,
            new("PROGRAM", 4, Verb.Runs, ThingKind.Program),
            new("PROFILE", 4, Verb.Uses, ThingKind.Resource, "PROFILE"),
            new("TRANCLASS", 5, Verb.Uses, ThingKind.Resource, "TRANCLASS"),
            new("PARTITIONSET", 2, Verb.Uses, ThingKind.Resource, "PARTITIONSET")),
        new("PROGRAM", 4, ThingKind.Program,
            new("TRANSID", 6, Verb.Uses, ThingKind.Transaction),
            new("JVMSERVER", 4, Verb.Uses, ThingKind.Resource, "JVMSERVER")),
        new("MAPSET", 1, ThingKind.Mapset),
        new("FILE", 1, ThingKind.CicsFile, new ResourceAttribute("DSNAME", 4, Verb.Uses, ThingKind.DataSet)),
        new("TDQUEUE", 2, ThingKind.Queue,
            new("DDNAME", 2, Verb.Uses, ThingKind.DdName),
            new("DSNAME", 2, Verb.Uses, ThingKind.DataSet),
            new("TRANSID", 6, Verb.Starts, ThingKind.Transaction),
            new("INDIRECTNAME", 3, Verb.Uses, ThingKind.Queue)),
        new("DB2ENTRY", 4, ThingKind.Resource,
            new("PLAN", 4, Verb.Uses, ThingKind.Plan),
            new("PLANEXITNAME", 5, Verb.Calls, ThingKind.Program),
            new("TRANSID", 6, Verb.Uses, ThingKind.Transaction)),
        new("DB2TRAN", 4, ThingKind.Resource,
            new("ENTRY", 1, Verb.Uses, ThingKind.Resource, "DB2ENTRY"),
            new("TRANSID", 6, Verb.Uses, ThingKind.Transaction)),
        new("DB2CONN", 4, ThingKind.Resource,
            new("PLAN", 4, Verb.Uses, ThingKind.Plan),
            new("PLANEXITNAME", 5, Verb.Calls, ThingKind.Program)),
        new("LIBRARY", 3, ThingKind.Resource, new ResourceAttribute("DSNAME", 2, Verb.Uses, ThingKind.DataSet)),
        new("URIMAP", 1, ThingKind.Resource,
            new("PROGRAM", 4, Verb.Runs, ThingKind.Program),
            new("TRANSACTION", 5, Verb.Runs, ThingKind.Transaction),
            new("CONVERTER", 4, Verb.Calls, ThingKind.Program),
            new("PIPELINE", 3, Verb.Uses, ThingKind.Resource, "PIPELINE"),
            new("WEBSERVICE", 3, Verb.Uses, ThingKind.Resource, "WEBSERVICE"),
            new("TCPIPSERVICE", 2, Verb.Uses, ThingKind.Resource, "TCPIPSERVICE")),
        new("TCPIPSERVICE", 2, ThingKind.Resource,
            new("TRANSACTION", 5, Verb.Runs, ThingKind.Transaction),
            new("URM", 3, Verb.Calls, ThingKind.Program)),
        new("WEBSERVICE", 1, ThingKind.Resource, new ResourceAttribute("PIPELINE", 1, Verb.Uses, ThingKind.Resource, "PIPELINE")),
        new("PROCESSTYPE", 4, ThingKind.Resource, new ResourceAttribute("FILE", 1, Verb.Uses, ThingKind.CicsFile)),
        new("MQCONN", 3, ThingKind.Resource, new ResourceAttribute("INITQNAME", 2, Verb.Reads, ThingKind.Queue)),
        new("MQMONITOR", 3, ThingKind.Resource,
            new("QNAME", 1, Verb.Reads, ThingKind.Queue),
            new("TRANSACTION", 5, Verb.Starts, ThingKind.Transaction)),
        new("DOCTEMPLATE", 2, ThingKind.Resource,
            new("FILE", 1, Verb.Reads, ThingKind.CicsFile),
            new("PROGRAM", 4, Verb.Calls, ThingKind.Program),
            new("EXITPGM", 4, Verb.Calls, ThingKind.Program),
            new("TSQUEUE", 2, Verb.Reads, ThingKind.Queue),
            new("TDQUEUE", 2, Verb.Reads, ThingKind.Queue),
            new("DDNAME", 2, Verb.Reads, ThingKind.DdName)),
        new("TERMINAL", 2, ThingKind.Resource,
            new("TYPETERM", 2, Verb.Uses, ThingKind.Resource, "TYPETERM"),
            new("TRANSACTION", 5, Verb.Starts, ThingKind.Transaction)),
        new("SESSIONS", 1, ThingKind.Resource,
            new("CONNECTION", 1, Verb.Uses, ThingKind.Resource, "CONNECTION"),
            new("PROFILE", 2, Verb.Uses, ThingKind.Resource, "PROFILE")),
        new("PARTNER", 5, ThingKind.Resource, new ResourceAttribute("PROFILE", 2, Verb.Uses, ThingKind.Resource, "PROFILE")),
        new("REQUESTMODEL", 2, ThingKind.Resource, new ResourceAttribute("TRANSID", 6, Verb.Starts, ThingKind.Transaction)),
        new("PARTITIONSET", 6, ThingKind.Resource),
        new("PROFILE", 4, ThingKind.Resource),
        new("TRANCLASS", 5, ThingKind.Resource),
        new("CONNECTION", 1, ThingKind.Resource),
        new("PIPELINE", 2, ThingKind.Resource),
        new("TYPETERM", 2, ThingKind.Resource),
        new("JVMSERVER", 2, ThingKind.Resource),
    ];

    public static ResourceType Of(ReadOnlySpan<char> word)
    {
        foreach (var type in All)
            if (Abbreviation.Is(word, type.Name, type.Shortest))
                return type;
        return new(word.Upper(), word.Length, ThingKind.Resource);
    }

    public static Thing Named(ThingKind kind, string? type, string name) =>
        new(kind, kind == ThingKind.Resource ? $"{type} {name}" : name);

    public Thing Named(string name) => Named(Kind, Name, name);

    public ResourceAttribute? Attribute(ReadOnlySpan<char> word)
    {
        foreach (var attribute in Attributes)
            if (attribute.Is(word))
                return attribute;
        return null;
    }
}
