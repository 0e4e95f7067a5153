using Sluice.Mainframe.Ims;
using Sluice.Mainframe.Tests.Commands;

namespace Sluice.Mainframe.Tests.Ims;

public sealed class ImsReaderTests
{
    [Fact]
    public void Database_has_data_sets_and_segments()
    {
        var findings = Told.By(DbdReader.Read, """
                   DBD     NAME=PAYDB,ACCESS=(HIDAM,VSAM)
            DSG001 DATASET DD1=PAYDD,OVFLW=PAYOV,SIZE=(4096)
                   SEGM    NAME=EMPLOYEE,PARENT=0,BYTES=100
                   FIELD   NAME=(EMPNO,SEQ,U),START=1,BYTES=6
                   LCHILD  NAME=(EMPINDEX,PAYIX),POINTER=INDX
                   SEGM    NAME=SALARY,PARENT=((EMPLOYEE,)),BYTES=200
                   DBDGEN
                   END
            """);

        Assert.Equal("Dbd PAYDB 1:21\nSegment EMPLOYEE 3:21\nSegment SALARY 6:21", findings.Defined());
        Assert.Equal("""
            Dbd PAYDB uses DdName PAYDD 2:20
            Dbd PAYDB uses DdName PAYOV 2:32
            Dbd PAYDB contains Segment EMPLOYEE 3:21 through PAYDB
            Dbd PAYDB uses Dbd PAYIX 5:31 through EMPINDEX
            Dbd PAYDB uses Segment EMPINDEX 5:22 through PAYIX
            Dbd PAYDB contains Segment SALARY 6:21 through PAYDB
            Segment SALARY uses Segment EMPLOYEE 6:37 through PAYDB
            """, findings.Sentences());
        Assert.Empty(findings.Diagnostics);
    }

    [Theory]
    [InlineData("SEGM NAME=A,PARENT=B", "Segment A uses Segment B 2:21 through PAYDB")]
    [InlineData("SEGM NAME=A,PARENT=(B,DBLE)", "Segment A uses Segment B 2:22 through PAYDB")]
    [InlineData("SEGM NAME=A,PARENT=((B,SNGL),(C,PHYSICAL,OTHERDB))",
        "Segment A uses Segment B 2:23 through PAYDB\nDbd PAYDB uses Dbd OTHERDB 2:43 through C\n"
        + "Segment A uses Segment C 2:32 through OTHERDB")]
    [InlineData("SEGM NAME=A,SOURCE=((B,DATA,OTHERDB))",
        "Dbd PAYDB uses Dbd OTHERDB 2:30 through B\nSegment A uses Segment B 2:23 through OTHERDB")]
    [InlineData("SEGM NAME=A,COMPRTN=(PAYCOMP,DATA)", "Dbd PAYDB calls Program PAYCOMP 2:23")]
    [InlineData("SEGM NAME=A,EXIT=(PAYEXIT,KEY,DATA)", "Dbd PAYDB calls Program PAYEXIT 2:20")]
    [InlineData("SEGM NAME=A,EXIT=((EXITA,KEY),(EXITB,KEY))",
        "Dbd PAYDB calls Program EXITA 2:21\nDbd PAYDB calls Program EXITB 2:33")]
    [InlineData("SEGM NAME=A,EXIT=(*,KEY)", "")]
    [InlineData("XDFLD NAME=X,SEGMENT=B,SRCH=C,EXTRTN=PAYSPARSE",
        "Dbd PAYDB uses Segment B 2:23 through PAYDB\nDbd PAYDB calls Program PAYSPARSE 2:39")]
    [InlineData("AREA DD1=PAYAREA,SIZE=2048", "Dbd PAYDB uses DdName PAYAREA 2:11")]
    public void Statements_of_a_database_name_others(string statement, string expected) =>
        Assert.Equal(expected, string.Join('\n', Told.By(DbdReader.Read,
            $" DBD NAME=PAYDB\n {statement}\n DBDGEN").Sentences().Split('\n')
            .Where(sentence => !sentence.Contains(" contains ", StringComparison.Ordinal))));

    [Fact]
    public void Randomizing_module_is_called() =>
        Assert.Equal("Dbd PAYDB calls Program PAYRAND 1:37",
            Told.By(DbdReader.Read, " DBD NAME=PAYDB,ACCESS=HDAM,RMNAME=(PAYRAND,4,500)\n DBDGEN").Sentences());

    [Theory]
    [InlineData(" DBD ACCESS=HDAM\n DBDGEN", "ims.no-name 1:2")]
    [InlineData(" DBD NAME=PAYDB", "ims.no-dbdgen 1:1")]
    [InlineData(" SEGM NAME=A", "ims.no-dbd 1:2")]
    public void Broken_database_is_complained_of(string member, string codes) =>
        Assert.Equal(codes, Told.By(DbdReader.Read, member).Codes());

    [Fact]
    public void Block_says_its_name_at_its_end()
    {
        var findings = Told.By(PsbReader.Read, """
            PAYPCB   PCB   TYPE=DB,DBDNAME=PAYDB,PROCOPT=GOTP,KEYLEN=14
                     SENSEG  NAME=EMPLOYEE,PARENT=0
                     SENSEG  NAME=SALARY,PARENT=EMPLOYEE,PROCOPT=A
                     PCB   TYPE=GSAM,DBDNAME=PAYOUT,PROCOPT=LS
                     PSBGEN  LANG=COBOL,PSBNAME=PAYPSB
                     END
            """);

        Assert.Equal("Psb PAYPSB 5:37", findings.Defined());
        Assert.Equal("""
            Psb PAYPSB reads Dbd PAYDB 1:32 through PROCOPT=GOTP
            Psb PAYPSB reads Segment EMPLOYEE 2:23 through PAYDB
            Psb PAYPSB updates Segment SALARY 3:23 through PAYDB
            Psb PAYPSB writes Dbd PAYOUT 4:34 through PROCOPT=LS
            """, findings.Sentences());
    }

    [Theory]
    [InlineData("G", "reads")]
    [InlineData("GO", "reads")]
    [InlineData("I", "writes")]
    [InlineData("GR", "updates")]
    [InlineData("GD", "deletes")]
    [InlineData("GID", "updates")]
    [InlineData("AP", "updates")]
    [InlineData("LS", "writes")]
    [InlineData("K", "uses")]
    public void Processing_options_say_what_may_be_done(string options, string verb) => Assert.Equal(
        $"Psb P {verb} Dbd PAYDB 1:22 through PROCOPT={options}",
        Told.By(PsbReader.Read, $" PCB TYPE=DB,DBDNAME=PAYDB,PROCOPT={options}\n PSBGEN PSBNAME=P").Sentences());

    [Theory]
    [InlineData("PCB TYPE=DB,NAME=PAYDB", "Psb P updates Dbd PAYDB 1:20")]
    [InlineData("PCB TYPE=TP,LTERM=PAYTERM,MODIFY=YES", "Psb P writes Resource LTERM PAYTERM 1:21")]
    [InlineData("PCB TYPE=DB,NAME=PAYDB,PROCSEQ=PAYIX",
        "Psb P updates Dbd PAYDB 1:20\nPsb P reads Dbd PAYIX 1:34 through PROCSEQ")]
    [InlineData("PCB TYPE=DB,NAME=&DBD", "Psb P updates Dbd &DBD 1:20 ?")]
    public void Other_blocks(string statement, string expected) =>
        Assert.Equal(expected, Told.By(PsbReader.Read, $"  {statement}\n PSBGEN PSBNAME=P").Sentences());

    [Fact]
    public void Block_without_name_is_called_like_its_member()
    {
        var findings = Told.By(PsbReader.Read, " PCB TYPE=DB,NAME=PAYDB,PROCOPT=G");

        Assert.Equal("Psb MEMBER reads Dbd PAYDB 1:19 through PROCOPT=G", findings.Sentences());
        Assert.Equal("ims.no-psbgen 1:1", findings.Codes());
    }
}
