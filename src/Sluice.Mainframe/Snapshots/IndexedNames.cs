namespace Sluice.Mainframe.Snapshots;

/// <summary>Under which names the things of one member are to be found.</summary>
internal sealed class IndexedNames
{
    /// <summary>It is somebody's name who says something here, and need not be defined here.</summary>
    public const uint Speaker = 1;

    /// <summary>From here on: a definition, counted from 0. The member's own name is 0.</summary>
    public const uint FirstDefinition = 2;

    /// <summary>It is said in what the others made of the member.</summary>
    public const uint InLinks = 1u << 31;

    private readonly HashSet<ulong> spoken = [];

    public static bool IsSpeaker(uint at) => (at & ~InLinks) == Speaker;

    public List<(ulong Hash, uint At)> Subjects { get; } = [];

    public List<(ulong Hash, uint At)> Targets { get; } = [];

    public void Subject(string name, uint at) => Subjects.Add((NameEntry.HashOf(name), at));

    public void Subject(Thing thing, uint at)
    {
        var hash = NameEntry.HashOf(thing.Name);
        if (!IsSpeaker(at) || spoken.Add(hash))
            Subjects.Add((hash, at));
        if (LastPart(thing) is { Length: > 0 } last && (!IsSpeaker(at) || spoken.Add(NameEntry.HashOf(last))))
            Subjects.Add((NameEntry.HashOf(last), at));
    }

    public void Target(Reference reference, uint at)
    {
        Targets.Add((NameEntry.HashOf(reference.To.Name), at));
        if (LastPart(reference.To) is { Length: > 0 } last)
            Targets.Add((NameEntry.HashOf(last), at));
        if (MemberOf(reference) is { } member)
            Targets.Add((NameEntry.HashOf(member), at));
    }

    /// <summary>The member of a data set that is named with it: <c>PROD.CNTL(SORTPAY)</c>; null where none is.</summary>
    public static string? MemberOf(Reference reference) =>
        reference is { To.Kind: ThingKind.DataSet, Detail: { } detail } && MemberName.IsValid(detail) ? detail : null;

    public static bool IsTo(Reference reference, string name) =>
        IsNamed(reference.To, name) || name.Equals(MemberOf(reference), StringComparison.OrdinalIgnoreCase);

    /// <summary>What is named after its whole is also asked for by its own name; empty of what is no part of anything.</summary>
    public static ReadOnlySpan<char> LastPart(Thing thing) =>
        thing.Kind is ThingKind.Table or ThingKind.Map or ThingKind.Package or ThingKind.Tablespace or ThingKind.Index
            && thing.Name.LastIndexOf('.') is >= 0 and var dot
            ? thing.Name.AsSpan(dot + 1)
            : default;

    public static bool IsNamed(Thing thing, ReadOnlySpan<char> name) =>
        name.Equals(thing.Name, StringComparison.OrdinalIgnoreCase)
        || (LastPart(thing) is { Length: > 0 } last && name.Equals(last, StringComparison.OrdinalIgnoreCase));
}
