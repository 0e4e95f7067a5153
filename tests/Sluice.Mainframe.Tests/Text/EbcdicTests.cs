using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Text;

public sealed class EbcdicTests
{
    private static readonly string[] Job =
    [
        "//PAYROLL  JOB (ACCT),'PAY',CLASS=A",
        "//STEP1    EXEC PGM=PAY@1#$",
        "//* nightly, 3 % more",
        "//IN DD DISP=SHR,DSN=PROD.PAY",
    ];

    [Theory]
    [InlineData(37)]
    [InlineData(1047)]
    [InlineData(1140)]
    public void Records_of_80_bytes_become_lines(int page)
    {
        var source = SourceText.Read(Bytes.Fixed(Job, page))!;

        Assert.Equal("EBCDIC 1047 (or 037, 1140, 273: nothing in it tells them apart), records of 80 bytes", source.Form);
        Assert.Equal(Job, Bytes.Lines(source));
    }

    [Theory]
    [InlineData("\u0085")]
    [InlineData("\n")]
    [InlineData("\r\u0085")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Next_line_line_feed_and_carriage_return_end_lines(string lineEnd)
    {
        var source = SourceText.Read(Bytes.Ebcdic(string.Concat(Job.Select(line => line + lineEnd)), 37))!;

        Assert.StartsWith("EBCDIC 1047", source.Form, StringComparison.Ordinal);
        Assert.DoesNotContain("records", source.Form, StringComparison.Ordinal);
        Assert.Equal(Job, Bytes.Lines(source));
    }

    [Theory]
    [InlineData(1047, "a[i] = b[j];", "EBCDIC 1047")]
    [InlineData(37, "a[i] = b[j];", "EBCDIC 037 (or 1140: nothing in it tells them apart)")]
    [InlineData(1140, "* costs 5 € each", "EBCDIC 1140")]
    [InlineData(273, "* Löhne und Gehälter, für März geprüft", "EBCDIC 273")]
    [InlineData(273, "* GEBÜHREN FÜR KÜNDIGUNG", "EBCDIC 273")]
    [InlineData(273, "* groß", "EBCDIC 273")]
    [InlineData(37, "* Löhne und Gehälter", "EBCDIC 1047 (or 037, 1140: nothing in it tells them apart)")]
    [InlineData(1047, "say 'done!' || x", "EBCDIC 1047 (or 037, 1140: nothing in it tells them apart)")]
    [InlineData(37, "IF A | B THEN", "EBCDIC 1047 (or 037, 1140: nothing in it tells them apart)")]
    public void Page_is_the_one_that_the_text_reads_best_in(int page, string line, string form)
    {
        var source = SourceText.Read(Bytes.Fixed([line, line], page))!;

        Assert.Equal(form + ", records of 80 bytes", source.Form);
        Assert.Equal([line, line], Bytes.Lines(source));
    }

    [Fact]
    public void Name_is_the_same_in_every_country()
    {
        // What other countries show as a commercial at is a paragraph sign in Germany.
        var source = SourceText.Read(Bytes.Fixed(["//* für die Löhne geprüft", "//STEP1 EXEC PGM=PAY§1"], 273))!;

        Assert.Equal("EBCDIC 273, records of 80 bytes", source.Form);
        Assert.Equal("//STEP1 EXEC PGM=PAY@1", source[2].ToString());
    }

    [Fact]
    public void Blank_record_is_an_empty_line()
    {
        var source = SourceText.Read(Bytes.Fixed(["", ""], 37))!;

        Assert.StartsWith("EBCDIC", source.Form, StringComparison.Ordinal);
        Assert.Equal(["", ""], Bytes.Lines(source));
    }

    [Fact]
    public void Commercial_ats_are_ascii() => Assert.Equal("@@@", SourceText.Read("@@@\n"u8)![1].ToString());

    [Fact]
    public void Tab_is_expanded_in_a_record() =>
        Assert.Equal("A       B", SourceText.Read(Bytes.Fixed(["A\tB"], 37))![1].ToString());

    [Fact]
    public void Byte_of_a_line_end_within_a_record_ends_no_line()
    {
        string[] lines = ["           MOVE 'A\u0085B' TO C.", .. Enumerable.Repeat("           MOVE A TO B.", 20)];

        var source = SourceText.Read(Bytes.Fixed(lines, 37))!;

        Assert.Equal("           MOVE 'A B' TO C.", source[1].ToString());
        Assert.Equal(21, source.Count);
    }

    [Theory]
    [InlineData(133)]
    [InlineData(121)]
    public void Printed_output_is_told_by_its_control_characters(int length)
    {
        string[] lines = ["1IDCAMS  SYSTEM SERVICES", "0  LISTCAT ALL", "-CLUSTER ------- PROD.PAY", "     DATA ------ PAY", "1PAGE 2"];

        var source = SourceText.Read(Bytes.Fixed(lines, 37, length))!;

        Assert.EndsWith($", records of {length} bytes", source.Form, StringComparison.Ordinal);
        Assert.Equal(lines, Bytes.Lines(source));
    }

    [Fact]
    public void Records_of_any_other_length_are_data()
    {
        Assert.Null(SourceText.Read(Bytes.Fixed(Job, 37, 100).AsSpan()[..^50]));
        Assert.Null(SourceText.Read(Bytes.Fixed(["SMITH     JOHN", "MILLER    ANN"], 37, 50).AsSpan()[..^7]));
    }

    [Fact]
    public void Packed_decimals_are_data()
    {
        var content = Bytes.Fixed(Job, 37);
        for (var at = 40; at < content.Length; at += 40)
            content[at] = 0x3c;

        Assert.Null(SourceText.Read(content));
    }

    [Fact]
    public void Member_is_padded_after_its_last_record()
    {
        var source = SourceText.Read([.. Bytes.Fixed(Job, 37), .. new byte[17]])!;

        Assert.Equal(Job, Bytes.Lines(source));
    }
}
