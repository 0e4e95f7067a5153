using Sluice.Mainframe.Tests.Estate;

namespace Sluice.Mainframe.Tests.Cobol;

internal static class Linking
{
    /// <summary>What members say when they are read together.</summary>
    public static List<Reference> Of(params (string Path, string Text)[] members) =>
        [.. Estates.Of(members).Snapshot.References().Select(known => known.Reference)];
}
