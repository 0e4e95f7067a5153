using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Text;

/// <summary>The real members, as they would have come without a conversion.</summary>
public sealed class RealMembersInEbcdicTests
{
    private const int FewestMembers = 200;

    [Theory]
    [InlineData(37)]
    [InlineData(1047)]
    [InlineData(1140)]
    public void Every_real_member_reads_the_same_from_every_page(int page)
    {
        Truth.IsNeeded();
        var told = 0;
        foreach (var (path, lines) in Sources())
        {
            var kind = MemberKinds.Of(path, File.ReadAllBytes(path));
            foreach (var content in Transfers(lines, page))
            {
                var source = SourceText.Read(content);
                Assert.True(source is not null, $"{path} is not read.");
                Assert.StartsWith("EBCDIC ", source.Form, StringComparison.Ordinal);
                Assert.Equal(lines, Bytes.Lines(source));
                Assert.Equal(kind, MemberKinds.Of(path, content));
            }
            told++;
        }
        Assert.True(told > FewestMembers, $"Only {told} members can be records.");
    }

    [Fact]
    public void Data_files_are_not_read()
    {
        Truth.IsNeeded();
        // Users of 80 bytes each, in letters only: nothing tells them from a source.
        var read = Directory.EnumerateFiles(Path.Combine(Truth.Folder!, "src"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "EBCDIC")
            .Where(path => SourceText.Read(File.ReadAllBytes(path)) is not null)
            .Select(Path.GetFileName);

        Assert.Equal(["AWS.M2.CARDDEMO.USRSEC.PS"], read);
    }

    private static IEnumerable<(string Path, List<string> Lines)> Sources() => Truth.Members()
        .Where(member => member.Kind != MemberKind.Other)
        .Select(member => (member.Path, Source: SourceText.Read(File.ReadAllBytes(member.Path))))
        .Where(member => member.Source is { Form: "ASCII", Count: > 0 })
        .Select(member => (member.Path, Lines: Bytes.Lines(member.Source!)))
        .Where(member => member.Lines.TrueForAll(line => line.Length <= 80));

    private static IEnumerable<byte[]> Transfers(List<string> lines, int page) =>
    [
        Bytes.Fixed(lines, page), Bytes.Ebcdic(string.Join('\u0085', lines) + '\u0085', page),
        Bytes.Variable(lines.Select(line => Bytes.Ebcdic(line, page))),
    ];
}
