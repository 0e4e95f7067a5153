namespace Sluice.Mainframe.Tests.Jcl;

public sealed class InStreamDataTests
{
    private const string Delete = "//S EXEC PGM=IDCAMS\n//SYSIN DD *,SYMBOLS=JCLONLY\n  DELETE &HLQ..RUN\n/*";

    [Theory]
    [InlineData("// EXPORT SYMLIST=*\n// SET HLQ=PAY\n", "PAY.RUN", Certainty.Certain)]
    [InlineData("// EXPORT SYMLIST=(X,HLQ)\n// SET HLQ=PAY\n", "PAY.RUN", Certainty.Certain)]
    [InlineData("// EXPORT SYMLIST=(X)\n// SET HLQ=PAY\n", "&HLQ..RUN", Certainty.Unresolved)]
    [InlineData("// SET HLQ=PAY\n//* NONE\n", "&HLQ..RUN", Certainty.Unresolved)]
    [InlineData("// EXPORT SYMLIST=*\n//* NO SET\n", "&HLQ..RUN", Certainty.Unresolved)]
    public void Symbols_in_data_are_replaced_when_they_are_exported(string before, string name, Certainty certainty)
    {
        var found = JclText.DataSet($"//PAY JOB\n{before}{Delete}");

        Assert.Equal((name, certainty, new Place(6, 10), "DELETE"), (found.To.Name, found.Certainty, found.At, found.Text[..6]));
    }

    [Fact]
    public void Default_of_a_procedure_in_data_is_a_candidate_with_the_statement_that_gives_it()
    {
        var found = JclText.DataSet($"//P PROC HLQ=PAY\n// EXPORT SYMLIST=*\n{Delete}", "P");

        Assert.Equal(("PAY.RUN", Certainty.Candidate, new Place(1, 10)), (found.To.Name, found.Certainty, Assert.Single(found.Chain).At));
    }

    [Theory]
    [InlineData("DATA,DLM=$$", "&HLQ..RUN")]
    [InlineData("*,SYMBOLS=JCLONLY", "PAY.RUN")]
    public void Data_without_SYMBOLS_is_taken_as_it_is(string operands, string name) => Assert.Equal(name, JclText.DataSet(
        $"//PAY JOB\n// EXPORT SYMLIST=*\n// SET HLQ=PAY\n//S EXEC PGM=IDCAMS\n//SYSIN DD {operands}\n DELETE &HLQ..RUN\n$$").To.Name);

    [Theory]
    [InlineData("//DSNUPROC.SYSIN DD *\nLOAD DATA INTO TABLE PAY.RUN", "PAY.S Writes PAY.RUN")]
    [InlineData("//RUN.SYSTSIN DD *\n RUN PROGRAM(PAYROLL) PLAN(PAYPLAN)", "PAY.S Runs PAYROLL|PAY.S Uses PAYPLAN")]
    [InlineData("//COBOL.SYSIN DD *\n       ID DIVISION.\n           CALL 'X'", "")]
    public void Procedure_is_told_by_the_job_that_calls_it(string dd, string expected) => Assert.Equal(expected,
        string.Join('|', JclText.Says($"//PAY JOB\n//S EXEC ANYPROC\n{dd}").Skip(1)));

    [Theory]
    [InlineData("//SYSUT1 DD DSN=PAY.JCL(NIGHTLY),DISP=SHR", "~Runs Job NIGHTLY 3:17")]
    [InlineData("//SYSUT1 DD DATA,DLM=ZZ\n//NIGHTLY JOB 1\n//S EXEC PGM=X\nZZ", "Runs Job NIGHTLY through SYSUT1 4:3")]
    [InlineData("//SYSUT1 DD DSN=PAY.JCL,DISP=SHR", null)]
    public void What_is_copied_to_the_internal_reader_is_submitted(string input, string? expected)
    {
        var findings = JclText.Read($"//PAY JOB\n//S EXEC PGM=IEBGENER\n{input}\n//SYSUT2 DD SYSOUT=(A,INTRDR)");

        Assert.Equal(expected, Said.References(findings).SingleOrDefault(said => said.Contains("Runs Job", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("DLIBATCH,MBR=PAYROLL,PSB=PAYPSB", "~Runs Program PAYROLL 2:23|~Uses Psb PAYPSB 2:35")]
    [InlineData("IMSBATCH,MBR=PAYROLL", "~Runs Program PAYROLL 2:23|~Uses Psb PAYROLL 2:23")]
    [InlineData("IMSBATCH,MBR=&P", "?Runs Program &P 2:23|?Uses Psb &P 2:23")]
    [InlineData("OTHER,MBR=PAYROLL", "")]
    public void Procedures_of_IMS_run_the_member(string operands, string expected) => Assert.Equal(expected, string.Join('|',
        Said.References(JclText.Read($"//PAY JOB\n//S EXEC {operands}")).Skip(2)));

    [Theory]
    [InlineData("/*XMIT NODEB\n//S EXEC PGM=X\n/*")]
    [InlineData("/*XMIT NODEB DLM=ZZ\n//S EXEC PGM=X\n/*\n//S EXEC PGM=Y\nZZ")]
    [InlineData("/*XMIT NODEB DLM='Z''X'\n//S EXEC PGM=X\n/*\n//S EXEC PGM=Y\nZ'")]
    [InlineData("//*DATASET DDNAME=CARDS\n//S EXEC PGM=X\n//*ENDDATASET")]
    [InlineData("//*DATASET DDNAME=CARDS,J=YES\n//OTHER JOB\n//S EXEC PGM=X\n//*ENDDATASET")]
    public void What_JES_takes_is_no_part_of_the_job(string lines) => Assert.Equal(
        ["PAY.S Runs PAY01"], JclText.Says($"//PAY JOB\n{lines}\n//S EXEC PGM=PAY01"));

    [Theory]
    [InlineData("//*DATASET DELETE STEP")]
    [InlineData("//*DATASET DDNAME=CARDS IS MADE HERE")]
    [InlineData("//*DATASET DDNAME=CARDS\n//*DATASET DDNAME=CARDS")]
    [InlineData("/*XMITTED")]
    public void Comment_that_looks_like_a_statement_of_JES_takes_nothing(string line) => Assert.Equal(
        ["PAY.S Runs PAY01"], JclText.Says($"//PAY JOB\n{line}\n//S EXEC PGM=PAY01"));

    [Fact]
    public void Data_of_a_job_ends_before_the_next_job_unless_it_may_have_jobs_in_it() => Assert.Equal(
        ["PAY.S Runs PAY01"],
        JclText.Says("//PAY JOB\n//*DATASET DDNAME=A\n//S EXEC PGM=PAY01\n//NEXT JOB\n//*ENDDATASET"));

    [Fact]
    public void Transmission_without_its_delimiter_is_said()
    {
        var findings = JclText.Read("//PAY JOB\n/*XMIT NODEB DLM=ZZ\n//S EXEC PGM=X\n/*");

        Assert.Equal(["jcl.unclosed-data 2:1"], Said.Complaints(findings));
        Assert.Empty(findings.References);
    }
}
