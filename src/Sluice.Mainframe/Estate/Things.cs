using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>Whether two members mean the same thing, and whether it is one that leads anywhere.</summary>
internal static class Things
{
    /// <summary>A table that one program names without its schema is the one that another names with it: as far as sources can tell.</summary>
    public static bool AreSame(Thing one, Thing other)
    {
        if (one.Kind != other.Kind)
            return false;
        if (one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase))
            return true;
        return IsLastPart(one, other) || IsLastPart(other, one);
    }

    /// <summary>The name to look for: of what may be named with its whole or without, the part that both have.</summary>
    public static string Sought(Thing thing) =>
        MayBeBare(thing.Kind) && IndexedNames.LastPart(thing) is { Length: > 0 } last ? last.ToString() : thing.Name;

    /// <summary>
    /// What a program knows by a DD name differs from step to step, and a temporary data set from job to job; a symbol stands for
    /// anything.
    /// </summary>
    public static bool Leads(Thing thing) =>
        thing.Kind is not ThingKind.DdName && !thing.Name.StartsWith("&&", StringComparison.Ordinal);

    private static bool IsLastPart(Thing bare, Thing whole) =>
        MayBeBare(bare.Kind) && !bare.Name.Contains('.', StringComparison.Ordinal)
        && IndexedNames.LastPart(whole).Equals(bare.Name, StringComparison.OrdinalIgnoreCase);

    private static bool MayBeBare(ThingKind kind) =>
        kind is ThingKind.Table or ThingKind.Map or ThingKind.Package or ThingKind.Index or ThingKind.Tablespace;
}
