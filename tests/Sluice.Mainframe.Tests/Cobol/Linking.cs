using System.Text;
using Sluice.Mainframe.Estate;

namespace Sluice.Mainframe.Tests.Cobol;

internal static class Linking
{
    /// <summary>What members say when they are read together.</summary>
    public static List<Reference> Of(params (string Path, string Text)[] members) =>
    [
        .. WholeEstate.Of([.. members.Select(member => new Member(
            member.Path, MemberReader.Read(member.Path, Encoding.ASCII.GetBytes(member.Text))))]).References.Select(known => known.Reference),
    ];
}
