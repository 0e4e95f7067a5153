using Sluice.Mainframe.Assembler;

namespace Sluice.Mainframe.Tests.Assembler;

public sealed class AssemblerReaderTests
{
    [Theory]
    [InlineData("PAY01    CSECT", "Program PAY01 1:1")]
    [InlineData("pay01    rsect", "Program PAY01 1:1")]
    [InlineData("PAY01    START 0", "Program PAY01 1:1")]
    [InlineData("         CSECT", "Program MEMBER 1:10")]
    [InlineData("         ENTRY PAYIN,PAYOUT", "Program PAYIN 1:16", "Program PAYOUT 1:22")]
    [InlineData("         MACRO\n&LABEL   PAYMAC &A\n         MEND", "Copybook PAYMAC 2:10")]
    [InlineData("PAYREC   DSECT")]
    [InlineData("PAY01    CSECT\nOTHER    DSECT\nPAY01    CSECT", "Program PAY01 1:1")]
    public void Sections_entries_and_macros_are_defined(string source, params string[] defined) =>
        Assert.Equal(defined, Said.Definitions(Read(source)));

    [Theory]
    [InlineData("         CALL  PAY02,(A,B),VL", "Calls Program PAY02 1:16")]
    [InlineData("         CALL  (15),(A,B)", "?Calls Program (15) 1:16")]
    [InlineData("         CALL  &PGM", "?Calls Program &PGM 1:16")]
    [InlineData("         L     15,=V(PAY02)", "Calls Program PAY02 1:22")]
    [InlineData("         L     15,=VL4(PAY02)", "Calls Program PAY02 1:24")]
    [InlineData("SUBS     DC    A(0),V(PAY02,PAY03)", "Calls Program PAY02 1:23", "Calls Program PAY03 1:29")]
    [InlineData("SUBS     DC    2VL4(PAY02)", "Calls Program PAY02 1:21")]
    [InlineData("TEXT     DC    C'=V(PAY02)'")]
    [InlineData("         CLC   A,=C'V(PAY02)'")]
    [InlineData("         LINK  EP=PAY02,PARAM=(A)", "Calls Program PAY02 1:19")]
    [InlineData("         ATTACHX EP=PAY02,ECB=E", "Calls Program PAY02 1:21")]
    [InlineData("         XCTL  EP=PAY02", "Transfers Program PAY02 1:19")]
    [InlineData("         LOAD  EP=PAY02,ERRET=X", "Uses Program PAY02 1:19")]
    [InlineData("         LOAD  EPLOC=PGMNAME", "?Uses Program PGMNAME 1:22")]
    [InlineData("         LINK  EPLOC=(R2)", "?Calls Program (R2) 1:22")]
    [InlineData("         LINK  EPLOC==CL8'PAY02'", "Calls Program PAY02 1:27")]
    [InlineData("         LINK  DE=ENTRY", "?Calls Program ENTRY 1:19")]
    public void Programs_are_called(string source, params string[] said) => Assert.Equal(said, Said.References(Read(source)));

    [Fact]
    public void External_symbol_is_a_use_unless_it_is_called()
    {
        Assert.Equal(["Uses Program PAYTAB 1:16"], Said.References(Read("         EXTRN PAYTAB\n         LA    1,=A(PAYTAB)")));
        Assert.Equal(["Calls Program PAYTAB 2:22"], Said.References(Read("         WXTRN PAYTAB\n         L     15,=V(PAYTAB)")));
        Assert.Equal(["Uses Program A 1:16", "Uses Program B 1:23", "Uses Program C 1:25"],
            Said.References(Read("         EXTRN A,PART(B,C)")));
    }

    [Theory]
    [InlineData("         COPY  PAYREC", "Copies Copybook PAYREC 1:16")]
    [InlineData("         PAYMAC A,B", "Copies Copybook PAYMAC 1:10")]
    [InlineData("LABEL    paymac", "Copies Copybook PAYMAC 1:10")]
    [InlineData("         STM   14,12,12(13)\n         BNHR  14\n         CRJNHE 1,2,X\n         VLREP 1,A\n         NOPR  7")]
    [InlineData("         WTO   'PAY01 DONE'\n         STIMER WAIT,BINTVL=A\n         DFHREGS\n         CEEENTRY PPA=P\n         IF    (CLI,A,EQ,1)\n         CMQODA DSECT=NO\n         OPNDST RPL=A")]
    [InlineData("         MACRO\n         INNER &A\n         MEND\n         INNER 1")]
    [InlineData("CALLIT   OPSYN CALL\n         CALLIT PAY02")]
    [InlineData("         &OP   A,B")]
    public void Members_and_macros_of_the_estate_are_copied(string source, params string[] said) =>
        Assert.Equal(said, Said.References(Read(source)));

    [Theory]
    [InlineData("INFILE   DCB   DDNAME=PAYIN,DSORG=PS,MACRF=(GM)", "Reads DdName PAYIN through INFILE 1:23")]
    [InlineData("OUTFILE  DCB   MACRF=PM,DDNAME=PAYOUT", "Writes DdName PAYOUT through OUTFILE 1:32")]
    [InlineData("UPFILE   DCB   DDNAME=PAYUPD,MACRF=(RIC,WIC)", "Updates DdName PAYUPD through UPFILE 1:23")]
    [InlineData("ANY      DCB   DDNAME=PAYANY,MACRF=(E)", "Uses DdName PAYANY through ANY 1:23")]
    [InlineData("KSDS     ACB   DDNAME=PAYKS,MACRF=(KEY,DIR,OUT)", "Updates DdName PAYKS through KSDS 1:23")]
    [InlineData("PAYKS    ACB   AM=VSAM", "Reads DdName PAYKS through PAYKS 1:1")]
    [InlineData("INFILE   DCB   DSORG=PS,                                               X\n               DDNAME=PAYIN,MACRF=GL        REMARKS", "Reads DdName PAYIN through INFILE 2:23")]
    public void Control_blocks_name_their_dd_statement(string source, params string[] said) =>
        Assert.Equal(said, Said.References(Read(source)));

    [Theory]
    [InlineData("         EXEC CICS LINK PROGRAM('PAY02') COMMAREA(CA)", "Links Program PAY02 1:34")]
    [InlineData("         EXEC CICS LINK PROGRAM(=CL8'PAY02')", "Links Program PAY02 1:38")]
    [InlineData("         EXEC CICS XCTL PROGRAM(NEXTPGM)", "?Transfers Program NEXTPGM 1:33")]
    [InlineData("         EXEC CICS READ FILE ( 'PAYFILE' ) INTO(REC)", "Reads CicsFile PAYFILE 1:33")]
    [InlineData("         EXEC CICS LINK                                                *\n               PROGRAM('PAY02')", "Links Program PAY02 2:25")]
    [InlineData("         EXEC DLI ISRT SEGMENT(PAYSEG) FROM(A)", "Writes Segment PAYSEG 1:32")]
    [InlineData("         EXEC DLI GN SEGMENT((NAME)) INTO(A)", "?Reads Segment NAME 1:30")]
    [InlineData("         EXEC SQL INCLUDE PAYTAB", "Copies Copybook PAYTAB through SQL 1:27")]
    [InlineData("         EXEC SQL UPDATE PAY.RUN                                       *\n               SET A = :B", "Updates Table PAY.RUN 1:26")]
    public void Commands_of_cics_and_db2_are_read(string source, params string[] said) => Assert.Equal(said, Said.References(Read(source)));

    [Fact]
    public void References_before_the_first_section_are_the_programs()
    {
        var findings = Read("         COPY  EQUATES\nPAY01    CSECT\n         CALL  PAY02");

        Assert.All(findings.References, reference => Assert.Equal(new(ThingKind.Program, "PAY01"), reference.From));
        Assert.Equal(2, findings.References.Count);
    }

    [Fact]
    public void Member_without_a_section_is_copied_itself() =>
        Assert.Equal(new(ThingKind.Copybook, "MEMBER"), Assert.Single(Read("         COPY  OTHER").References).From);

    [Fact]
    public void Macro_refers_by_itself() => Assert.Equal([new(ThingKind.Copybook, "PAYMAC"), new(ThingKind.Program, "PAY01")],
        Read("         MACRO\n         PAYMAC\n         COPY  A\n         MEND\nPAY01    CSECT\n         COPY  B").References
            .Select(reference => reference.From));

    [Fact]
    public void Field_that_names_a_program_is_told_with_its_first_content()
    {
        var findings = Read("PAY01    CSECT\n         LINK  EPLOC=NEXT\nNEXT     DC    CL8'PAY02'\nOTHER    DC    C'PAY03'");

        Assert.Equal("NEXT", Assert.Single(findings.References).Variable);
        Assert.Equal(("NEXT", "PAY02"), (Assert.Single(findings.Assignments).Item, findings.Assignments[0].Literal));
    }

    [Theory]
    [InlineData("         COPY", "assembler.copy-without-name 1:10")]
    [InlineData("         CALL", "assembler.call-without-name 1:10")]
    [InlineData("         MEND", "assembler.mend-without-macro 1:10")]
    public void What_is_wrong_is_said(string source, string complaint) => Assert.Equal([complaint], Said.Complaints(Read(source)));

    private const string Good = """
                 MACRO
        &L       PAYMAC &A
                 MEND
        PAY01    CSECT
                 COPY  PAYREC
                 L     15,=V(PAY02)
                 CALL  PAY03,(A,B),VL
                 EXEC CICS LINK PROGRAM('PAY04') COMMAREA(CA)
                 LINK  EPLOC==CL8'PAY05'
        INFILE   DCB   DDNAME=PAYIN,DSORG=PS,MACRF=(GM)
        TEXT     DC    C'IT''S',2VL4(PAY06),L'TEXT
                 END   PAY01
        """;

    [Fact]
    public void Broken_source_is_read_to_its_end() => Assert.Equal(20_000, Hostile.Feed(AssemblerReader.Read, Good, 20_000));

    [Fact]
    public void Long_sources_take_time_in_proportion()
    {
        Hostile.IsLinear(AssemblerReader.Read, size => string.Concat(Enumerable.Repeat("         EXTRN PAY02\n", size)));
        Hostile.IsLinear(AssemblerReader.Read, size => string.Concat(Enumerable.Repeat("         MACRO\n         M\n", size)));
        Hostile.IsLinear(AssemblerReader.Read, size => "         DC    " + string.Concat(Enumerable.Repeat(new string('V', 71) + "X\n               ", size / 10)));
        Hostile.IsLinear(AssemblerReader.Read, size => "         EXEC CICS " + string.Concat(Enumerable.Repeat("((((((((", size)));
    }

    [Fact]
    public void Real_program_copies_its_record_and_a_macro_of_its_own()
    {
        Truth.IsNeeded();
        var app = Path.Combine(Truth.Folder!, "src", "carddemo", "app");

        Assert.Equal(["Copies Copybook COCDATFT 66:15"], Real("asm/COBDATFT.asm"));
        Assert.Equal(["Copies Copybook ASMWAIT 23:10"], Real("asm/MVSWAIT.asm"));
        Assert.Equal([], Real("maclib/ASMWAIT.mac"));

        string[] Real(string path) =>
            Said.References(Said.Of(AssemblerReader.Read, File.ReadAllText(Path.Combine(app, path))));
    }

    private static Findings Read(string source) => Said.Of(AssemblerReader.Read, source);
}
