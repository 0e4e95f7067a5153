namespace Sluice.Mainframe.Tests.ControlCards;

public sealed class SortTests
{
    [Theory]
    [InlineData(" SORT FIELDS=(1,8,CH,A)", "Reads DdName SORTIN, Writes DdName SORTOUT")]
    [InlineData("SORT FIELDS=COPY", "Reads DdName SORTIN, Writes DdName SORTOUT")]
    [InlineData("LABEL1 OPTION COPY", "Reads DdName SORTIN, Writes DdName SORTOUT")]
    [InlineData(" SORT FIELDS=(1,8,   KEY\n   CH,A)     ORDER\n* COMMENT\n OPTION SORTDD=PAY1", "Reads DdName PAY1IN, Writes DdName PAY1OUT")]
    [InlineData(" OPTION COPY,SORTIN=INPUT,SORTOUT=OUTPUT", "Reads DdName INPUT, Writes DdName OUTPUT")]
    [InlineData(" MERGE FIELDS=(1,8,CH,A)", "Reads DdName SORTINNN?, Writes DdName SORTOUT")]
    [InlineData(" SORT FIELDS=COPY\n OUTFIL FNAMES=(OUT1,OUT2),INCLUDE=(1,1,CH,EQ,C'A,B')\n OUTFIL FILES=(01,2,OUT)",
        "Writes DdName OUT1, Writes DdName OUT2, Writes DdName SORTOF01, Writes DdName SORTOF02, Writes DdName SORTOUT, Reads DdName SORTIN, Writes DdName SORTOUT")]
    [InlineData(" JOINKEYS FILE=F1,FIELDS=(1,8,A)\n JOINKEYS FILES=F2,FIELDS=(1,8,A)\n REFORMAT FIELDS=(F1:1,8)\n SORT FIELDS=COPY",
        "Reads DdName SORTJNF1, Reads DdName SORTJNF2, Writes DdName SORTOUT")]
    [InlineData(" JOINKEYS F1=IN1,FIELDS=(1,8,A)\n JOINKEYS F2=IN2,FIELDS=(1,8,A)\n OPTION COPY",
        "Reads DdName IN1, Reads DdName IN2, Writes DdName SORTOUT")]
    [InlineData(" SORT FIELDS=(1,8,CH,A)\n SUM FIELDS=NONE,XSUM", "Writes DdName SORTXSUM, Reads DdName SORTIN, Writes DdName SORTOUT")]
    [InlineData(" OPTION COPY\n MODS E15=(PAYEXIT,2000,MODLIB,N),E35=(OUTEXIT,500)",
        "Calls Program PAYEXIT via MODLIB, Calls Program OUTEXIT, Reads DdName SORTIN, Writes DdName SORTOUT")]
    public void Statements_name_their_dd_statements_and_exits(string cards, string expected) =>
        Assert.Equal(expected, Cards.Told("SORT", "SYSIN", cards));

    [Fact]
    public void Operand_that_reaches_column_71_goes_on_where_72_is_marked()
    {
        var first = " OUTFIL FNAMES=(OUT1,OUT2),INCLUDE=(1,8,CH,EQ,C'" + new string('X', 16);
        var second = "YYY'),FNAMES=OUT3";
        Assert.True(first.Length < 72);

        Assert.Equal("Writes DdName OUT1, Writes DdName OUT2, Writes DdName OUT3",
            Cards.Told("SORT", "SYSIN", $"{first + new string('Z', 71 - first.Length)}*00010000\n{new string(' ', 15)}{second}"));
    }

    [Theory]
    [InlineData("* COPIES\nCOPY FROM(IN1) TO(OUT1,OUT2)", "Reads DdName IN1, Writes DdName OUT1, Writes DdName OUT2")]
    [InlineData(" SORT FROM(IN1,IN2) -\n\n* NOW\n   TO(OUT1) USING(CTL1)", "Reads DdName IN1, Reads DdName IN2, Writes DdName OUT1, Uses DdName CTL1CNTL")]
    [InlineData(" SELECT FROM(IN) TO(OUT) ON(1,8,CH) FIRST DISCARD(REST)", "Reads DdName IN, Writes DdName OUT, Writes DdName REST")]
    [InlineData(" DISPLAY FROM(IN) LIST(RPT) TITLE('TO(X)')", "Reads DdName IN, Writes DdName RPT")]
    public void Icetool_names_the_dd_statements_of_each_operator(string cards, string expected) =>
        Assert.Equal(expected, Cards.Told("ICETOOL", "TOOLIN", cards));

    [Fact]
    public void Icetool_sort_statements_do_not_mean_sortin() =>
        Assert.Equal("Writes DdName OUT1", Cards.Told("ICETOOL", "CTL1CNTL", " SORT FIELDS=(1,8,CH,A)\n OUTFIL FNAMES=OUT1"));

    [Fact]
    public void Place_is_that_of_the_dd_name() =>
        Assert.Equal(new Place(2, 9),
            Cards.Findings("SORT", "SYSIN", " OUTFIL INCLUDE=(1,1,CH,EQ,C'A'),\n FNAMES=OUT1").References.Single().At);
}
