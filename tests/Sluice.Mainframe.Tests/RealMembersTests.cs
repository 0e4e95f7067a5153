namespace Sluice.Mainframe.Tests;

/// <summary>
/// Public mainframe sources: the folder named by <c>SLUICE_TEST_DATA</c>, or <c>shared/data</c> beside the repository. Read in
/// place. Where they are, they are all there, or these tests fail; where they are not, these tests are skipped, and counted so.
/// </summary>
public sealed class RealMembersTests(ITestOutputHelper output)
{
    // Fewer of them would be another selection than the one these shares were measured on.
    private const int FewestMembers = 300;

    [Fact]
    public void Real_members_are_what_their_repositories_say() => AtMostMissed(1, path => path);

    // As they come out of a library: no extension, folder unknown.
    [Fact]
    public void Content_alone_tells_nearly_all_of_them() => AtMostMissed(3, path => Path.GetFileNameWithoutExtension(path));

    private void AtMostMissed(int percent, Func<string, string> named)
    {
        Truth.IsNeeded();
        var members = Truth.Members();
        Assert.True(members.Count > FewestMembers, $"Only {members.Count} members are in {Truth.Folder}.");
        var misses = members
            .Select(member => (member.Path, member.Kind, Told: MemberKinds.Of(named(member.Path), File.ReadAllBytes(member.Path))))
            .Where(member => member.Told != member.Kind)
            .Select(member => $"{member.Path[Truth.Folder!.Length..]}: {member.Told}, not {member.Kind}")
            .ToList();
        misses.ForEach(output.WriteLine);
        Assert.True(
            misses.Count * 100 <= percent * members.Count, $"{misses.Count} of {members.Count}:\n{string.Join('\n', misses)}");
    }
}
