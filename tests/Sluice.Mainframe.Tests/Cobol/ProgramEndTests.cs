namespace Sluice.Mainframe.Tests.Cobol;

/// <summary>Where a program ends that was cut off on its way.</summary>
public sealed class ProgramEndTests
{
    [Theory]
    [InlineData("MOVE A TO", "cobol.ends-in-sentence 4:1")]
    [InlineData("MOVE A TO B", "cobol.ends-in-sentence 4:1")]
    [InlineData("MOVE A TO B.\n           EJECT")]
    [InlineData("MOVE A\n           EJECT", "cobol.ends-in-sentence 5:1")]
    [InlineData("MOVE A TO B.\n           TITLE 'ENDS'")]
    [InlineData("MOVE A TO B\n       END PROGRAM PAY")]
    [InlineData("MOVE A TO B\n       END PROGRAM PAY.\n       PROGRAM-ID. PAY2. DATA", "cobol.ends-in-sentence 6:1")]
    [InlineData("MOVE A TO B.\n       ++INCLUDE REST")]
    [InlineData("MOVE A TO B\n           EXEC SQL INCLUDE REST END-EXEC")]
    [InlineData("EXEC CICS RETURN END-EXEC", "cobol.ends-in-sentence 4:1")]
    public void Program_that_ends_in_a_sentence_may_be_cut_off(string end, params string[] said) => Assert.Equal(said,
        Said.Complaints(Programs.Fixed("PROGRAM-ID. PAY.", " DATA DIVISION.", "PROCEDURE DIVISION.", $"    {end}")));

    [Theory]
    [InlineData("01 A PIC X.", "cobol.ends-in-data-division 3:1")]
    [InlineData("01 A PIC", "cobol.ends-in-sentence 3:1")]
    [InlineData("COPY REST.")]
    [InlineData("COPY REST.\n       01 A PIC X.", "cobol.ends-in-data-division 4:1")]
    [InlineData("EXEC SQL INCLUDE REST END-EXEC.")]
    [InlineData("01 A PIC X.\n       END PROGRAM PAY.")]
    [InlineData("PROCEDURE DIVISION.")]
    public void Program_that_ends_in_its_data_may_be_cut_off(string end, params string[] said) => Assert.Equal(said,
        Said.Complaints(Programs.Fixed("PROGRAM-ID. PAY.", " DATA DIVISION.", end)));

    [Theory]
    [InlineData("PAY.cpy", "       PROGRAM-ID. PAY.\n       DATA DIVISION.\n       01 A PIC", 0)]
    [InlineData("PAY.cbl", "       PROGRAM-ID. PAY.\n       DATA DIVISION.\n       01 A PIC", 1)]
    [InlineData("PAY.cpy", "       01 A PIC", 0)]
    public void Copybook_ends_where_it_likes(string path, string text, int complaints) =>
        Assert.Equal(complaints, MemberReader.Read(path, System.Text.Encoding.ASCII.GetBytes(text)).Diagnostics.Count);
}
