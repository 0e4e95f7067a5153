using Sluice.Mainframe.Estate;
using Sluice.Mainframe.Tests.Estate;

namespace Sluice.Mainframe.Tests.Accuracy;

/// <summary>All real members, read once.</summary>
internal static class RealEstate
{
    private static readonly Lazy<EstateGraph> Read = new(() => Estates.Of(
        Truth.Members().Select(member => (Path.GetRelativePath(Source, member.Path).Replace('\\', '/'), File.ReadAllBytes(member.Path)))));

    private static string Source => Path.Combine(Truth.Folder!, "src");

    public static EstateGraph Graph => Read.Value;

    /// <summary>What the members say themselves: the tables know of no expansion.</summary>
    public static IReadOnlyList<KnownReference> References { get; } =
        [.. Graph.Snapshot.References().Where(known => !known.IsExpanded)];

    public static string Relative(KnownReference known) => known.Member.Path;
}
