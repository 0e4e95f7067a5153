using System.Text;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Text;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("A\nB\n", "A", "B")]
    [InlineData("A\nB", "A", "B")]
    [InlineData("A\r\nB\r\n", "A", "B")]
    [InlineData("A\rB\r", "A", "B")]
    [InlineData("A\rB\nC\r\nD", "A", "B", "C", "D")]
    [InlineData("A\r\rB", "A", "", "B")]
    [InlineData("A\n\nB", "A", "", "B")]
    [InlineData("A\n\rB", "A", "", "B")]
    [InlineData("\n\n\n", "", "", "")]
    [InlineData("A\u0085B\u0085", "A", "B")]
    [InlineData("A\u0085B\nC", "A\u0085B", "C")]
    [InlineData("")]
    public void Every_line_end_ends_a_line(string content, params string[] lines)
    {
        Assert.Equal(lines, Bytes.Lines(SourceText.Of(content)));
        Assert.Equal(lines, Bytes.Lines(SourceText.Read(Encoding.UTF8.GetBytes(content))!));
    }

    [Fact]
    public void Next_line_ends_a_line_of_latin1_too()
    {
        var content = Encoding.Latin1.GetBytes("LÖHNE\u0085UND GEHÄLTER");

        Assert.Equal(["LÖHNE", "UND GEHÄLTER"], Bytes.Lines(SourceText.Read(content)!));
    }

    [Theory]
    [InlineData("A  \nB \f\n", "A", "B")]
    [InlineData("A\nB\n\u001a", "A", "B")]
    [InlineData("A\nB\u001a\0\0\0", "A", "B")]
    [InlineData("A \u001a\nB", "A", "B")]
    [InlineData("A \t \t\nB", "A", "B")]
    [InlineData("  A\n", "  A")]
    public void Nothing_comes_after_the_last_character_of_a_line(string content, params string[] lines) =>
        Assert.Equal(lines, Bytes.Lines(SourceText.Read(Encoding.Latin1.GetBytes(content))!));

    [Theory]
    [InlineData("\tA", "        A")]
    [InlineData("1234567\tA\n12345678\tA", "1234567 A", "12345678        A")]
    [InlineData("A\tB\tC\r\n\tD", "A       B       C", "        D")]
    public void Tab_reaches_to_the_next_multiple_of_eight(string content, params string[] lines) =>
        Assert.Equal(lines, Bytes.Lines(SourceText.Of(content)));

    [Fact]
    public void Tabs_that_would_swell_a_member_are_blanks()
    {
        var source = SourceText.Of(new string('\t', 100_000) + "A\nB\tC");

        Assert.Equal(new string(' ', 100_000) + "A", source[1].ToString());
        Assert.Equal("B C", source[2].ToString());
    }

    [Theory]
    [InlineData("ASCII", "MOVE A TO B.")]
    [InlineData("UTF-8", "* Löhne\n")]
    [InlineData("UTF-8", "* 給与計算の処理です\n")]
    public void Form_names_the_character_set(string form, string content)
    {
        var source = SourceText.Read(Encoding.UTF8.GetBytes(content))!;

        Assert.Equal(form, source.Form);
        Assert.Equal(content.TrimEnd(), source[1].ToString());
    }

    [Fact]
    public void Accents_that_are_no_utf8_are_latin1()
    {
        var source = SourceText.Read(Encoding.Latin1.GetBytes("      * LÖHNE UND GEHÄLTER\n"))!;

        Assert.Equal("Latin-1", source.Form);
        Assert.Equal("      * LÖHNE UND GEHÄLTER", source[1].ToString());
    }

    [Fact]
    public void Byte_order_mark_is_no_part_of_the_first_line()
    {
        var source = SourceText.Read([.. Encoding.UTF8.Preamble, .. "//A JOB"u8])!;

        Assert.Equal("UTF-8", source.Form);
        Assert.Equal("//A JOB", source[1].ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Character_that_the_end_cuts_in_two_leaves_the_rest_utf8(int cut)
    {
        var source = SourceText.Read(Encoding.UTF8.GetBytes("* Löhne 給").AsSpan()[..^cut])!;

        Assert.Equal("UTF-8", source.Form);
        Assert.StartsWith("* Löhne ", source[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Zero_within_text_reads_as_a_blank()
    {
        var source = SourceText.Read(Encoding.ASCII.GetBytes(new string('A', 2000) + "\0B\n"))!;

        Assert.Equal(new string('A', 2000) + " B", source[1].ToString());
    }

    [Theory]
    [InlineData(new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0, 1 })]
    [InlineData(new byte[] { 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0xff, 0xfe, (byte)'A', 0, (byte)'B', 0 })]
    [InlineData(new byte[] { 0x01, 0x02, 0x03 })]
    [InlineData(new byte[] { 0xc1, 0xc2, 0x40, 0x0c, 0x00, 0x12, 0x3c, 0xc1 })]
    public void What_is_no_text_is_not_read(byte[] content) => Assert.Null(SourceText.Read(content));

    [Fact]
    public void Ascii_records_without_line_ends_are_told_by_their_sequence_numbers()
    {
        var lines = Enumerable.Range(1, 20).Select(number => $"{"           MOVE A TO B.",-72}{number:D8}").ToList();

        var source = SourceText.Read(Encoding.ASCII.GetBytes(string.Concat(lines)))!;

        Assert.Equal("ASCII, records of 80 bytes", source.Form);
        Assert.Equal(lines, Bytes.Lines(source));
    }

    [Fact]
    public void One_long_line_stays_one()
    {
        var xml = string.Concat(Enumerable.Repeat("<JOB JOBNAME=\"PAYROLL1\" MEMNAME=\"PAYROLL1\">", 80));

        Assert.Equal(xml, Assert.Single(Bytes.Lines(SourceText.Read(Encoding.ASCII.GetBytes(xml))!)));
    }

    [Fact]
    public void Memory_of_a_member_serves_the_next()
    {
        var first = SourceText.Of("A\nB");
        using var other = SourceText.Of("C");
        first.Dispose();
        first.Dispose();
        using var second = SourceText.Of("D\nE");

        Assert.Equal(["C"], Bytes.Lines(other));
        Assert.Equal(["D", "E"], Bytes.Lines(second));
        Assert.Throws<ArgumentOutOfRangeException>(() => first[1].Length);
    }
}
