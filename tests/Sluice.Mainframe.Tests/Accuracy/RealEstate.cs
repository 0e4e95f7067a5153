using Sluice.Mainframe.Estate;

namespace Sluice.Mainframe.Tests.Accuracy;

/// <summary>All real members, read once.</summary>
internal static class RealEstate
{
    private static readonly Lazy<WholeEstate> Read = new(() => WholeEstate.Of(
    [
        .. Truth.Members().Select(member => new Member(
            Path.GetRelativePath(Source, member.Path), MemberReader.Read(member.Path, File.ReadAllBytes(member.Path)))),
    ]));

    private static string Source => Path.Combine(Truth.Folder!, "src");

    public static WholeEstate Whole => Read.Value;

    public static IReadOnlyList<KnownReference> References => Whole.References;

    public static string Relative(KnownReference known) => known.Member.Path.Replace('\\', '/');
}
