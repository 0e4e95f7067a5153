namespace Sluice.Mainframe.Estate;

/// <summary>Members by their names. As in a concatenation of libraries, of two with one name the first is found.</summary>
internal sealed class Library
{
    private readonly Dictionary<string, Member> copied = [];

    public Library(IEnumerable<Member> members)
    {
        foreach (var member in members)
            if (member.Reading.Kind is MemberKind.Copybook)
                copied.TryAdd(member.Name, member);
    }

    /// <summary>What COPY brings in; null of a member that is not in the estate.</summary>
    public Member? Copied(string name) => copied.GetValueOrDefault(name);
}
