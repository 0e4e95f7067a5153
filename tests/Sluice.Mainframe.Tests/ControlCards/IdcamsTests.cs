namespace Sluice.Mainframe.Tests.ControlCards;

public sealed class IdcamsTests
{
    [Theory]
    [InlineData(" DEFINE CLUSTER (NAME(PAY.KSDS) -\n  KEYS(8 0) CYLINDERS(1 1)) -\n  DATA (NAME(PAY.KSDS.DATA)) -\n  INDEX (NAME(PAY.KSDS.INDEX))",
        "Creates DataSet PAY.KSDS, Creates DataSet PAY.KSDS.DATA via DATA, Creates DataSet PAY.KSDS.INDEX via INDEX")]
    [InlineData(" DEF CL(NAME(PAY.KSDS) MODEL(PAY.OLD)) CATALOG(UCAT.PAY/PASSWORD)", "Creates DataSet PAY.KSDS, Uses DataSet PAY.OLD, Uses DataSet UCAT.PAY")]
    [InlineData(" DEFINE AIX (NAME(PAY.AIX) RELATE(PAY.KSDS))", "Creates DataSet PAY.AIX, Uses DataSet PAY.KSDS")]
    [InlineData(" DEFINE ALTERNATEINDEX(NAME('PAY.AIX')-\n RELATE('PAY.KSDS'))", "Creates DataSet PAY.AIX, Uses DataSet PAY.KSDS")]
    [InlineData(" DEFINE PATH (NAME(PAY.PATH) PATHENTRY(PAY.AIX))", "Creates DataSet PAY.PATH, Uses DataSet PAY.AIX")]
    [InlineData(" DEFINE GDG (NAME(PAY.BACKUP) LIMIT(5) SCRATCH)", "Creates DataSet PAY.BACKUP")]
    [InlineData(" DEFINE NVSAM (NAME(PAY.LIB) DEVT(3390) VOL(PAY001))", "Creates DataSet PAY.LIB")]
    [InlineData(" DEFINE ALIAS (NAME(P) RELATE(PAY.LIB))", "Creates DataSet P, Uses DataSet PAY.LIB")]
    [InlineData(" DEFINE UCAT (NAME(UCAT.PAY) VOLUME(V))", "Creates DataSet UCAT.PAY")]
    [InlineData(" DELETE PAY.KSDS CLUSTER PURGE", "Deletes DataSet PAY.KSDS")]
    [InlineData(" del (PAY.A PAY.B,PAY.C(+1)) gdg", "Deletes DataSet PAY.A, Deletes DataSet PAY.B, Deletes DataSet PAY.C(+1)")]
    [InlineData(" DELETE 'PAY.LIB(MEMBER)'", "Deletes DataSet PAY.LIB(MEMBER)")]
    [InlineData(" DELETE PAY.LIB(MEMBER) ; IGNORED", "Deletes DataSet PAY.LIB(MEMBER)")]
    [InlineData(" DELETE PAY.TEMP.* MASK", "Deletes DataSet PAY.TEMP.*")]
    [InlineData(" DELETE &HLQ..KSDS", "Deletes DataSet &HLQ..KSDS?")]
    [InlineData(" REPRO INFILE(IN) OUTFILE(OUT)", "Reads DdName IN, Writes DdName OUT")]
    [InlineData(" REPRO IFILE(IN ENV(BLK(80))) ODS(PAY.KSDS) REPLACE", "Reads DdName IN, Writes DataSet PAY.KSDS")]
    [InlineData(" REPRO INDATASET(PAY.A(0)) OUTDATASET(PAY.KSDS)", "Reads DataSet PAY.A(0), Writes DataSet PAY.KSDS")]
    [InlineData(" PRINT IDS(PAY.KSDS) CHAR COUNT(5)", "Reads DataSet PAY.KSDS")]
    [InlineData(" LISTCAT ENTRIES(PAY.A PAY.B) ALL", "Uses DataSet PAY.A, Uses DataSet PAY.B")]
    [InlineData(" LISTC LVL(PAY.OLD)", "Uses DataSet PAY.OLD.**")]
    [InlineData(" VERIFY DATASET(PAY.KSDS)", "Uses DataSet PAY.KSDS")]
    [InlineData(" VERIFY FILE(KSDS)", "Uses DdName KSDS")]
    [InlineData(" EXAMINE NAME(PAY.KSDS) INDEXTEST", "Uses DataSet PAY.KSDS")]
    [InlineData(" ALTER PAY.KSDS NEWNAME(PAY.OLD)", "Updates DataSet PAY.KSDS, Creates DataSet PAY.OLD")]
    [InlineData(" BLDINDEX IDS(PAY.KSDS) ODS(PAY.AIX1 PAY.AIX2)", "Reads DataSet PAY.KSDS, Writes DataSet PAY.AIX1, Writes DataSet PAY.AIX2")]
    [InlineData(" EXPORT PAY.KSDS OUTFILE(OUT) TEMPORARY", "Reads DataSet PAY.KSDS, Writes DdName OUT")]
    [InlineData(" IMPORT INFILE(IN) OUTDATASET(PAY.KSDS)", "Reads DdName IN, Writes DataSet PAY.KSDS")]
    [InlineData(" IF LASTCC = 0 THEN DELETE PAY.A\n ELSE DELETE PAY.B", "Deletes DataSet PAY.A, Deletes DataSet PAY.B")]
    [InlineData(" IF MAXCC LE 8 THEN -\n DO\n SET MAXCC = 0\n DELETE PAY.A\n END", "Deletes DataSet PAY.A")]
    [InlineData(" IF LASTCC=0 THEN IF MAXCC=0 THEN DO DELETE PAY.A", "Deletes DataSet PAY.A")]
    [InlineData("/* FIRST */ DELETE PAY.A /* KEEP B - */\n /* ONE\n    TWO */ DELETE -\n  /* C */ -\n  PAY.C", "Deletes DataSet PAY.A, Deletes DataSet PAY.C")]
    [InlineData(" DELETE PAY.LO+\n    NG.NAME", "Deletes DataSet PAY.LONG.NAME")]
    public void Command_names_its_data_sets(string cards, string expected)
    {
        var findings = Cards.Findings("IDCAMS", "SYSIN", cards);

        Assert.Equal(expected, Cards.Told(findings));
        Assert.Empty(findings.Diagnostics);
    }

    [Fact]
    public void Columns_after_72_are_sequence_numbers() =>
        Assert.Equal("Deletes DataSet PAY.A, Deletes DataSet PAY.B",
            Cards.Told("IDCAMS", "SYSIN", $"{" DELETE (PAY.A -",-72}00010000\n{"         PAY.B)",-72}00020000"));

    [Fact]
    public void Place_is_that_of_the_name_on_its_card()
    {
        var found = Cards.Findings("IDCAMS", "SYSIN", " DEFINE CLUSTER -\n   (NAME(PAY.KSDS))").References.Single();

        Assert.Equal(new Place(2, 10), found.At);
        Assert.Equal("DEFINE CLUSTER (NAME(PAY.KSDS))", found.Text);
    }

    [Theory]
    [InlineData(" DELETE (PAY.A -\n", "card.unclosed-parenthesis")]
    [InlineData(" DELETE PAY.A /* OPEN\n", "card.unclosed-comment")]
    [InlineData(" DELETE PAY.A\n DELET PAY.B", "idcams.unknown-command")]
    [InlineData(" DELETE PAY.A\n -\n", null)]
    public void Broken_command_is_told_and_the_rest_is_read(string cards, string? code)
    {
        var findings = Cards.Findings("IDCAMS", "SYSIN", cards);

        Assert.Equal("Deletes DataSet PAY.A", Cards.Told(findings));
        Assert.Equal(code, findings.Diagnostics.SingleOrDefault()?.Code);
    }

    [Fact]
    public void In_stream_data_that_repro_copies_is_no_command() =>
        Assert.Empty(Cards.Findings("IDCAMS", "INPUT", " DELETE PAY.A").References);
}
