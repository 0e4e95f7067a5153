using System.Diagnostics;
using Sluice.Mainframe.Bms;
using Sluice.Mainframe.Cics;
using Sluice.Mainframe.Db2;
using Sluice.Mainframe.Ims;
using Sluice.Mainframe.Mq;
using Sluice.Mainframe.Racf;
using Sluice.Mainframe.Schedulers;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Commands;

/// <summary>Whatever a member holds, its reader ends, and soon; what was right in it is still found.</summary>
public sealed class DefinitionStrengthTests
{
    private const int Lines = 10_000;

    // Many times what it takes, so that a slow machine does not fail it; a reader that is worse than linear takes minutes.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, (Told.Reader Read, string Member)> Readers = new()
    {
        ["csd"] = (CsdReader.Read,
            " DEFINE TRANSACTION(PAY1) GROUP(PAY)\n        PROGRAM(PAYROLL) DESCRIPTION(A (B) C)\n DELETE GROUP(PAY)\n"),
        ["bms"] = (BmsReader.Read,
            "PAYSET   DFHMSD TYPE=MAP,LANG=COBOL\nPAYMAP   DFHMDI SIZE=(24,80)\n         DFHMDF POS=(1,1),INITIAL='A B'\n"
            + "         DFHMSD TYPE=FINAL\n"),
        ["dbd"] = (DbdReader.Read,
            "  DBD NAME=PAYDB,ACCESS=(HIDAM,VSAM)\n  SEGM NAME=A,PARENT=((B,SNGL),(C,,D))\n  LCHILD NAME=(E,F)\n  DBDGEN\n"),
        ["psb"] = (PsbReader.Read, "  PCB TYPE=DB,DBDNAME=PAYDB,PROCOPT=AP\n  SENSEG NAME=A,PARENT=0\n  PSBGEN PSBNAME=PAYPSB\n"),
        ["ddl"] = (DdlReader.Read,
            "CREATE TABLE PAY.RUN (ID INT, FOREIGN KEY (ID) REFERENCES PAY.EMP);\nCREATE VIEW V AS SELECT * FROM PAY.RUN;\n"
            + "GRANT SELECT ON PAY.RUN TO X; CREATE PROCEDURE P () BEGIN CASE A WHEN 1 THEN DELETE FROM B; END CASE; END;\n"),
        ["mqsc"] = (MqscReader.Read,
            "DEFINE QREMOTE(PAY.OUT) RNAME('PAY.FAR') +\n  XMITQ(QM2)\nDEFINE PROCESS(P) APPLICID('PAY1') APPLTYPE(CICS)\n"),
        ["racf"] = (RacfReader.Read,
            "PERMIT 'PROD.**' ID(A B) -\n  ACCESS(READ) /* all */\nRDEFINE GCICSTRN (P,Q) ADDMEM(PAY1 PAY2)\n"),
        ["controlm"] = (ControlMReader.Read,
            "<D><FOLDER FOLDER_NAME=\"P\"><JOB JOBNAME=\"A\" MEMNAME=\"B\">\n"
            + "<INCOND NAME=\"C\"/><OUTCOND NAME=\"D\" SIGN=\"+\"/></JOB></FOLDER></D>\n"),
        ["ca7"] = (Ca7Reader.Read,
            "1LJOB,JOB=A,LIST=ALL\n NAME ID MEMBER\n A 255 B C\n ---- TRIGGERED JOBS ----\n JOB=D SCHID=1\nADD,JOB=E,MEMBER=F\n"),
        ["iws"] = (WorkloadSchedulerReader.Read,
            "ADSTART ADID(PAY)\nADOP OPNO(10) JOBN(A)\nADOP OPNO(20) JOBN(B)\nADDEP PREOPNO(10)\n"),
        ["jil"] = (JilReader.Read, "insert_job: A job_type: c\nbox_name: B\ncondition: s(C) & (d(E) | f(G))\n"),
    };

    public static TheoryData<string> Languages => [.. Readers.Keys];

    /// <summary>An XML document cannot be written twice into one member.</summary>
    public static TheoryData<string> LanguagesOfLines => [.. Readers.Keys.Where(language => language != "controlm")];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Member_cut_anywhere_is_read_to_its_end(string language)
    {
        var (read, member) = Readers[language];
        var whole = Told.By(read, member);
        Assert.NotEmpty(whole.References);
        for (var length = 0; length < member.Length; length++)
            Assert.True(Told.By(read, member[..length]).References.Count <= whole.References.Count + 2);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Altered_member_ends_without_exception(string language)
    {
        var (read, member) = Readers[language];
        const string hostile = "()'\"*,;=&<>-+/ \n\t\0|.X9é\u2028\ud800[]#@$";
        var dice = new Dice(4711);
        for (var run = 0; run < 1_000; run++)
        {
            var text = (member + member).ToCharArray();
            for (var change = 1 + dice.Below(11); change > 0; change--)
                text[dice.Below(text.Length)] = hostile[dice.Below(hostile.Length)];
            InBounds(read, new string(text));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Random_characters_end_without_exception(string language)
    {
        var dice = new Dice(17);
        for (var run = 0; run < 500; run++)
            InBounds(Readers[language].Read, string.Concat(
                Enumerable.Range(0, 400).Select(_ => (char)dice.Below(dice.Below(2) == 0 ? 128 : 0x10000))));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Hostile_members_take_no_longer_than_long_ones(string language)
    {
        var (read, member) = Readers[language];
        foreach (var piece in new[] { "(", ")", "'", "\"", "/*", "<A>", "A(", "DEFINE ", "A=(", "s(", "BEGIN ", "CASE ", "JOB=",
            ",", "&", "*", "--" })
        {
            InTime(read, $"{language}: one line of {piece}", string.Concat(Enumerable.Repeat(piece, Lines * 2)));
            InTime(read, $"{language}: lines of {piece}", string.Concat(Enumerable.Repeat(piece + "\n", Lines)));
            InTime(read, $"{language}: its own beginning and {piece}", member[..(member.Length / 2)]
                + string.Concat(Enumerable.Repeat(piece, Lines * 2)));
            InTime(read, $"{language}: continued lines of {piece}",
                string.Concat(Enumerable.Repeat(("               " + piece).PadRight(70) + "-*\n", Lines)));
        }
    }

    [Theory]
    [MemberData(nameof(LanguagesOfLines))]
    public void Long_member_is_read_line_by_line(string language)
    {
        var (read, member) = Readers[language];
        InTime(read, language, string.Concat(Enumerable.Repeat(member, Lines)));
    }

    [Fact]
    public void Deep_document_is_read_to_its_end() =>
        InTime(ControlMReader.Read, "deep",
            string.Concat(Enumerable.Repeat("<FOLDER FOLDER_NAME=\"P\"><JOB JOBNAME=\"A\" MEMNAME=\"B\">", Lines)));

    private static void InTime(Told.Reader read, string what, string text)
    {
        var source = SourceText.Of(text);
        var findings = new Findings();
        var watch = Stopwatch.StartNew();
        read("MEMBER", source, findings);
        watch.Stop();
        Assert.True(watch.Elapsed < Soon, $"{what}: {watch.Elapsed}");
    }

    private static void InBounds(Told.Reader read, string text)
    {
        var source = SourceText.Of(text);
        var findings = new Findings();
        read("MEMBER", source, findings);
        foreach (var reference in findings.References)
        {
            Assert.InRange(reference.At.Line, 1, source.Count);
            Assert.InRange(reference.At.Column, 1, source[reference.At.Line].Length + 1);
            Assert.True(reference.Text.Length <= Reference.LongestText);
            Assert.Equal(reference.Certainty == Certainty.Unresolved, reference.Why is not null);
        }
    }
}
