using System.Text;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Text;

public sealed class VariableRecordsTests
{
    private static readonly string[] Exec = ["/* REXX: copy */", "", "  say 'a' || b", "exit [0]", "end"];
    private static readonly byte[][] Records = [.. Exec.Select(line => Bytes.Ebcdic(line, 1047))];

    [Fact]
    public void Descriptors_are_no_text()
    {
        var source = SourceText.Read(Bytes.Variable(Records))!;

        Assert.Equal("EBCDIC 1047, variable records", source.Form);
        Assert.Equal(Exec, Bytes.Lines(source));
    }

    [Fact]
    public void Blocks_have_descriptors_of_their_own()
    {
        byte[] content = [.. Bytes.Block(Bytes.Variable(Records[..2])), .. Bytes.Block(Bytes.Variable(Records[2..]))];

        Assert.Equal(Exec, Bytes.Lines(SourceText.Read(content)!));
    }

    [Fact]
    public void Descriptors_come_with_ascii_too()
    {
        var source = SourceText.Read(Bytes.Variable(Exec.Select(Encoding.ASCII.GetBytes)))!;

        Assert.Equal("ASCII, variable records", source.Form);
        Assert.Equal(Exec, Bytes.Lines(source));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Cut_off_records_keep_what_is_there(int bytes)
    {
        var source = SourceText.Read(Bytes.Variable(Records).AsSpan()[..^bytes])!;

        Assert.Equal("EBCDIC 1047, variable records, cut off", source.Form);
        Assert.Equal(Exec[..4], Bytes.Lines(source).Take(4));
    }

    [Fact]
    public void Cut_off_block_keeps_what_is_there()
    {
        var source = SourceText.Read(Bytes.Block(Bytes.Variable(Records)).AsSpan()[..^2])!;

        Assert.Equal("EBCDIC 1047, variable records, cut off", source.Form);
        Assert.Equal(Exec[..4], Bytes.Lines(source).Take(4));
    }

    [Theory]
    [InlineData(new byte[] { 0, 4, 0, 0 }, 1)]
    [InlineData(new byte[] { 0, 4, 0, 0, 0, 4, 0, 0 }, 2)]
    [InlineData(new byte[] { 0, 8, 0, 0, 0, 4, 0, 0 }, 1)]
    public void Records_can_be_empty(byte[] content, int lines) => Assert.Equal(lines, SourceText.Read(content)?.Count);

    [Theory]
    [InlineData(new byte[] { 0, 3, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 8, 0, 0, 0, 9, 0, 0, 0 })]
    [InlineData(new byte[] { 0xff, 0xff, 0, 0, 0xc1 })]
    [InlineData(new byte[] { 0, 5, 0, 0, 0xc1, 1 })]
    [InlineData(new byte[] { 0, 5, 0, 0, 0xc1, 1, 2, 3, 4 })]
    public void What_only_begins_like_a_record_is_data(byte[] content) => Assert.Null(SourceText.Read(content));
}
