using Sluice.Mainframe.Rexx;

namespace Sluice.Mainframe.Tests.Rexx;

public sealed class ClistReaderTests
{
    [Theory]
    [InlineData("PROC 1 ENV\nCALL 'PAY.LOAD(PAY02)'", "Calls Program PAY02 2:16", "Reads DataSet PAY.LOAD(PAY02) 2:7")]
    [InlineData("ALLOC FI(PAYIN) +\n  DA('PAY.DATA') SHR", "Uses DataSet PAY.DATA through PAYIN 2:7")]
    [InlineData("ALLOC FI(X) DA('PAY.&ENV..DATA') SHR", "?Uses DataSet PAY.&ENV..DATA through X 1:17")]
    [InlineData("IF &A = B THEN %NIGHTLY A\nELSE %DAILY", "Calls Program NIGHTLY 1:17", "Calls Program DAILY 2:7")]
    [InlineData("AGAIN: ISPEXEC SELECT PGM(PAY02)", "Calls Program PAY02 1:27")]
    [InlineData("/* CALL 'A(B)' */ WRITE CALL 'A(B)'\n/* X\n %Y */ %Z", "Calls Program Z 3:9")]
    [InlineData("OPENFILE PAYOUT OUTPUT", "Writes DdName PAYOUT 1:10")]
    [InlineData("SET &A = &B + 1\nDO WHILE &A < 5\nEND\nEXIT CODE(0)")]
    [InlineData("DSN SYSTEM(DB2P)\nRUN PROGRAM(PAY02) PLAN(PAYPLAN)\nEND", "Runs Program PAY02 through PAYPLAN 2:13", "Uses Plan PAYPLAN 2:25")]
    public void Commands_are_read_as_those_of_an_exec(string source, params string[] said) =>
        Assert.Equal(said, Said.References(Said.Of(ClistReader.Read, source)));

    [Fact]
    public void Variable_that_names_a_program_is_told_with_what_it_may_hold() =>
        Assert.Equal("NEXT PAY02", Assert.Single(
            Said.Of(ClistReader.Read, "SET NEXT = PAY02\nSET X = A\n%&NEXT").Assignments.Select(one => $"{one.Item} {one.Literal}")));

    [Fact]
    public void Unclosed_comment_is_said() => Assert.Equal(["clist.comment-not-closed 1:1"], Said.Complaints(Said.Of(ClistReader.Read, "/* A")));

    [Fact]
    public void Broken_source_is_read_to_its_end() => Assert.Equal(20_000, Hostile.Feed(ClistReader.Read,
        "PROC 1 A\nIF &A = B THEN CALL 'A.B(C)' 'D'\nELSE DO /* X */\nALLOC FI(X) +\n DA('A.&B') SHR\nSET X = &Y\nOPENFILE &F OUTPUT\nEND", 20_000));

    [Theory]
    [InlineData("A +\n")]
    [InlineData("IF A THEN ")]
    [InlineData("/* ")]
    [InlineData("L: ")]
    [InlineData("SET A = &B\n")]
    public void Long_sources_take_time_in_proportion(string unit) =>
        Hostile.IsLinear(ClistReader.Read, size => string.Concat(Enumerable.Repeat(unit, size / 4)));
}
