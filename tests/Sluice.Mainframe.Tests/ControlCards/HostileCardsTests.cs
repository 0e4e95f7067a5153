using System.Diagnostics;
using Sluice.Mainframe.ControlCards;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.ControlCards;

public sealed class HostileCardsTests
{
    private const int ManyCards = 10_000;

    public static TheoryData<string> Beginnings => new(
        " DELETE (PAY.A -", " DEFINE CLUSTER (NAME(((( -", " DELETE 'PAY.A -", " DELETE PAY.A /* -", " IF LASTCC = 0 THEN -",
        " REPRO INFILE(A) -", " SORT FIELDS=(1,8,", " OUTFIL FNAMES=(((A,", " MODS E15=('A,", " JOINKEYS FILE=F1,", " INCLUDE SYSLIB(A,",
        " COPY OUTDD=A,INDD=((((B,", "./ ADD NAME=", " SCRATCH DSNAME=A,MEMBER=B,", " BIND PACKAGE(A) MEMBER(B) PKLIST(C) -",
        " RUN PROGRAM('A +", " ALLOC F(A) DA('B') -", "LOAD DATA INTO TABLE A (", "RUNSTATS INDEX(A,B", "EXEC SQL SELECT * FROM A,",
        "SELECT * FROM (", "DB2P,A,B,C,D,E,F,", "PLTPI=((((,", "SH 'A", " DUMP DATASET(INCLUDE((A -", " COPY DS(INC(A)) RENAMEU((A,B -",
        "MPUT 'A' +", "LCD 'A", "PUT B", " PERMIT 'A' ID(B) -", "/* A", "* B", "' \" ( ) , ; - +");

    private static readonly (string Program, string DdName)[] Utilities =
    [
        ("IDCAMS", "SYSIN"), ("SORT", "SYSIN"), ("ICETOOL", "TOOLIN"), ("ICETOOL", "CTL1CNTL"), ("IEBCOPY", "SYSIN"),
        ("IEBGENER", "SYSIN"), ("IEBUPDTE", "SYSIN"), ("IEHPROGM", "SYSIN"), ("IKJEFT01", "SYSTSIN"), ("IKJEFT01", "SYSIN"),
        ("DSNTEP2", "SYSIN"), ("DSNUTILB", "SYSIN"), ("IEWL", "SYSLIN"), ("DFSRRC00", "DDITV02"), ("DFHSIP", "SYSIN"),
        ("BPXBATCH", "STDPARM"), ("ADRDSSU", "SYSIN"), ("FTP", "INPUT"), ("DFHCSDUP", "SYSIN"), ("CSQUTIL", "CMDINP"),
        ("IRXJCL", "SYSIN"),
    ];

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void Endless_cards_end_in_time(string card)
    {
        var source = SourceText.Of(string.Join('\n', Enumerable.Repeat(card, ManyCards)));
        foreach (var (program, ddName) in Utilities)
        {
            var clock = Stopwatch.StartNew();
            var findings = new Findings();
            UtilityCards.Read(program, null, Cards.Step, ddName, source, 1, source.Count, findings);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{program} {ddName} took {clock.Elapsed}.");
            Assert.All(findings.References.Take(1000), found => Assert.True(found.Text.Length <= Reference.LongestText));
        }
        ControlCardReader.Read("CARDS", source, new());
    }

    [Fact]
    public void Random_text_and_every_truncation_is_read_by_every_utility()
    {
        const string Signs = " \n()',;-+*/=.&%<>AEINORST1\"";
        var dice = new Dice(4711);
        for (var run = 0; run < 3_000; run++)
        {
            var length = run % 120;
            var text = string.Create(length, 0, (span, _) =>
            {
                for (var at = 0; at < span.Length; at++)
                    span[at] = Signs[dice.Below(Signs.Length)];
            });
            var beginning = Beginnings.Skip(run % Beginnings.Count).First().Data;
            var source = SourceText.Of(beginning[..(run % (beginning.Length + 1))] + text);
            foreach (var (program, ddName) in Utilities)
            {
                var findings = new Findings();
                UtilityCards.Read(program, text, Cards.Step, ddName, source, 1, source.Count, findings);
                UtilityCards.Read(program, text, Cards.Step, "", source, 1, 0, findings);
                Assert.All(findings.References, found =>
                    Assert.True(found.At.Line >= 1 && found.At.Column >= 1 && found.To.Name.Length > 0, found.ToString()));
            }
            ControlCardReader.Read("CARDS", source, new());
        }
    }
}
