using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Racf;

/// <summary>Which things the profiles of a class protect, when their names are those of the things.</summary>
/// <remarks>
/// z/OS Security Server RACF Command Language Reference, appendix "Supplied RACF resource classes": member class and grouping
/// class of each; CICS Transaction Server, RACF Security Guide; IBM MQ, "Profiles for queue security".
/// </remarks>
internal static class ResourceClass
{
    private static readonly (string Member, string Group, ThingKind Kind)[] All =
    [
        ("TCICSTRN", "GCICSTRN", ThingKind.Transaction), ("ACICSPCT", "BCICSPCT", ThingKind.Transaction),
        ("MCICSPPT", "NCICSPPT", ThingKind.Program), ("FCICSFCT", "HCICSFCT", ThingKind.CicsFile),
        ("DCICSDCT", "ECICSDCT", ThingKind.Queue), ("SCICSTST", "UCICSTST", ThingKind.Queue),
        ("PCICSPSB", "QCICSPSB", ThingKind.Psb),
        ("TIMS", "GIMS", ThingKind.Transaction), ("MQQUEUE", "GMQQUEUE", ThingKind.Queue),
        ("MXQUEUE", "GMXQUEUE", ThingKind.Queue),
        ("STARTED", "", ThingKind.Proc), ("PROGRAM", "", ThingKind.Program), ("DATASET", "", ThingKind.DataSet),
    ];

    /// <returns>Null where a profile says nothing of the things that the sources know.</returns>
    public static ThingKind? Protects(ReadOnlySpan<char> name, bool byMembers)
    {
        foreach (var (member, group, kind) in All)
            if (name.Equals(byMembers ? group : member, StringComparison.OrdinalIgnoreCase))
                return kind;
        return null;
    }

    /// <summary>A profile's name as the name of the thing: <c>PAYPROC.PAYJOB</c> is the started procedure PAYPROC.</summary>
    /// <param name="why">It cannot be told.</param>
    public static ReadOnlySpan<char> Thing(ThingKind kind, ReadOnlySpan<char> profile, out string? why)
    {
        why = null;
        var dot = profile.IndexOf('.');
        if (kind == ThingKind.Proc && dot > 0)
            profile = profile[..dot];
        // The queue manager or queue sharing group comes first.
        else if (kind == ThingKind.Queue && dot > 0)
            profile = profile[(dot + 1)..];
        else if (kind != ThingKind.DataSet && dot > 0)
            why = "The name may begin with the security prefix of a region.";
        why ??= SettledName.WhyGeneric(profile);
        return profile;
    }
}
