using static Sluice.Mainframe.Tests.Jcl.JclText;

namespace Sluice.Mainframe.Tests.Jcl;

public sealed class JclReaderTests
{
    [Theory]
    [InlineData("//S1 EXEC PGM=PAYROLL", "PAY.S1 Runs PAYROLL")]
    [InlineData("//S1 EXEC REGION=0M,PGM=PAYROLL", "PAY.S1 Runs PAYROLL")]
    [InlineData("//s1 exec pgm=payroll", "PAY.S1 Runs PAYROLL")]
    [InlineData("// EXEC PGM=PAYROLL", "PAY.#1 Runs PAYROLL")]
    [InlineData("//S1 EXEC PAYPROC,HLQ=X", "PAY.S1 Runs PAYPROC")]
    [InlineData("//S1 EXEC PROC=PAYPROC", "PAY.S1 Runs PAYPROC")]
    [InlineData("// SET P=PAYROLL\n//S1 EXEC PGM=&P", "PAY.S1 Runs PAYROLL")]
    [InlineData("// INCLUDE MEMBER=PAYDD", "PAY Uses PAYDD")]
    [InlineData("// JCLLIB ORDER=PAY.PROCLIB", "PAY Uses PAY.PROCLIB")]
    [InlineData("//JOBLIB DD DSN=PAY.LOAD,DISP=SHR", "PAY Reads PAY.LOAD")]
    public void Job_says_what_it_runs_and_uses(string text, string expected) => Assert.Equal(expected, Assert.Single(Says(Job + text)));

    [Fact]
    public void Job_is_made_of_its_steps()
    {
        var findings = Read("//PAY JOB 1\n//A EXEC PGM=X\n// EXEC PGM=Y\n//BILL JOB 2\n//A EXEC PGM=Z");

        Assert.Equal(["Job PAY", "Step PAY.A", "Step PAY.#2", "Job BILL", "Step BILL.A"], findings.Defines.Select(each => each.What.ToString()));
        Assert.Equal(
            ["Job PAY Contains Step PAY.A", "Step PAY.A Runs Program X", "Job PAY Contains Step PAY.#2", "Step PAY.#2 Runs Program Y",
                "Job BILL Contains Step BILL.A", "Step BILL.A Runs Program Z"],
            findings.References.Select(each => $"{each.From} {each.Verb} {each.To}"));
    }

    [Theory]
    [InlineData("PAYPROC", "//PAYPROC PROC\n//S1 EXEC PGM=X", new[] { "Proc PAYPROC", "Step PAYPROC.S1" })]
    [InlineData("PAYPROC", "// PROC A=1\n//S1 EXEC PGM=X\n// PEND", new[] { "Proc PAYPROC", "Step PAYPROC.S1" })]
    [InlineData("PAYPROC", "//S1 EXEC PGM=X", new[] { "Proc PAYPROC", "JclInclude PAYPROC", "Step PAYPROC.S1" })]
    [InlineData("PAYDD", "//IN DD DSN=A,DISP=SHR", new[] { "JclInclude PAYDD" })]
    [InlineData("PAY", "//PAY JOB\n//P PROC\n//S1 EXEC PGM=X\n// PEND\n//S1 EXEC P", new[] { "Job PAY", "Proc P", "Step P.S1", "Step PAY.S1" })]
    public void Member_is_a_job_a_procedure_or_a_group(string member, string text, string[] expected) =>
        Assert.Equal(expected, Read(text, member).Defines.Select(each => each.What.ToString()));

    [Theory]
    [InlineData("DSN=A.B,DISP=SHR", "Reads")]
    [InlineData("DSN=A.B,DISP=OLD", "Uses")]
    [InlineData("DSN=A.B,DISP=(OLD,KEEP)", "Uses")]
    [InlineData("DSN=A.B,DISP=(OLD,DELETE)", "Deletes")]
    [InlineData("DSN=A.B,DISP=(OLD,KEEP,DELETE)", "Uses")]
    [InlineData("DSN=A.B,DISP=MOD", "Writes")]
    [InlineData("DSN=A.B,DISP=(MOD,DELETE,DELETE)", "Writes")]
    [InlineData("DSN=A.B,DISP=(NEW,CATLG)", "Creates")]
    [InlineData("DSN=A.B,DISP=(,CATLG,DELETE)", "Creates")]
    [InlineData("DSN=A.B", "Creates")]
    [InlineData("disp=shr,dsname=a.b", "Reads")]
    [InlineData("DSNAME='A.B',DISP=SHR", "Reads")]
    public void Disposition_tells_what_is_done_to_a_data_set(string operands, string verb)
    {
        var reference = DataSet($"{Step}//IN DD {operands}");

        Assert.Equal(("PAY.S1", verb, "A.B", "IN"), (reference.From.Name, reference.Verb.ToString(), reference.To.Name, reference.Through));
        Assert.Equal(Certainty.Certain, reference.Certainty);
        Assert.Equal(3, reference.At.Line);
    }

    [Theory]
    [InlineData("(OLD,DELETE)", Verb.Deletes)]
    [InlineData("(MOD,DELETE,DELETE)", Verb.Deletes)]
    [InlineData("(SHR,DELETE)", Verb.Deletes)]
    [InlineData("(NEW,CATLG)", Verb.Creates)]
    public void Program_that_does_nothing_leaves_it_to_the_disposition(string disposition, Verb verb) =>
        Assert.Equal(verb, DataSet($"//PAY JOB\n//S1 EXEC PGM=IEFBR14\n//D DD DSN=A.B,DISP={disposition}").Verb);

    [Theory]
    [InlineData("//SYSLMOD DD DSN=PAY.LOAD(PAYROLL),DISP=SHR", "PAY.S1 Writes PAY.LOAD|PAY.S1 Creates PAYROLL")]
    [InlineData("//SYSLMOD DD DSN=PAY.LOAD,DISP=SHR", "PAY.S1 Writes PAY.LOAD")]
    [InlineData("//SYSLMOD DD DSN=PAY.LOAD(&MEM),DISP=SHR", "PAY.S1 Writes PAY.LOAD|PAY.S1 Creates &MEM")]
    public void Binder_makes_the_program_whose_member_it_writes(string dd, string expected) =>
        Assert.Equal(expected, string.Join('|', Says($"//PAY JOB\n//S1 EXEC PGM=IEWL\n{dd}").Skip(1)));

    [Theory]
    [InlineData("STEPLIB")]
    [InlineData("SYSLIB")]
    [InlineData("DFHRPL")]
    public void Libraries_are_read_whatever_their_disposition(string ddName) =>
        Assert.Equal(Verb.Reads, DataSet($"{Step}//{ddName} DD DSN=A.B,DISP=OLD").Verb);

    [Theory]
    [InlineData("A.B(MEM)", "A.B", "MEM")]
    [InlineData("A.B(+1)", "A.B", "+1")]
    [InlineData("A.B(0)", "A.B", "0")]
    [InlineData("A.B(-2)", "A.B", "-2")]
    [InlineData("A.B.G0012V00", "A.B", "G0012V00")]
    [InlineData("A.B(&M)", "A.B", "&M")]
    [InlineData("&&TEMP", "&&TEMP", null)]
    [InlineData("&&TEMP(GO)", "&&TEMP", "GO")]
    [InlineData("A.B-C.@D#", "A.B-C.@D#", null)]
    public void Member_and_generation_are_beside_the_name(string dsn, string name, string? detail)
    {
        var reference = DataSet($"{Step}//IN DD DISP=SHR,DSN={dsn}");

        Assert.Equal((name, detail, Certainty.Certain), (reference.To.Name, reference.Detail, reference.Certainty));
    }

    [Theory]
    [InlineData("DUMMY")]
    [InlineData("DUMMY,DSN=A.B")]
    [InlineData("DSN=NULLFILE")]
    [InlineData("SYSOUT=*")]
    [InlineData("DDNAME=LATER")]
    [InlineData("UNIT=SYSDA,SPACE=(CYL,1)")]
    [InlineData("*\nDSN=A.B\n/*")]
    [InlineData("DATA,DLM=##\n//X DD DSN=A.B\n##")]
    public void Nothing_is_named_where_there_is_no_data_set(string operands) =>
        Assert.Equal("PAY.S1 Runs PAYROLL", Assert.Single(Says($"{Step}//IN DD {operands}")));

    [Fact]
    public void Concatenated_data_sets_are_counted()
    {
        var through = Read($"{Step}//SORTIN DD DSN=A\n// DD DSN=B\n//* C\n// DD DSN=C\n//OUT DD DSN=D").References.Skip(2).Select(each => each.Through);

        Assert.Equal(["SORTIN", "SORTIN(1)", "SORTIN(2)", "OUT"], through);
    }

    [Theory]
    [InlineData("// SET HLQ=PROD\n//S EXEC PGM=X\n//IN DD DSN=&HLQ..A,DISP=SHR", "PROD.A")]
    [InlineData("// SET A=1,HLQ='PROD.X'\n// SET B=&HLQ..Y\n//S EXEC PGM=X\n//IN DD DSN=&B,DISP=SHR", "PROD.X.Y")]
    [InlineData("// SET D='(OLD,DELETE)'\n//S EXEC PGM=X\n//IN DD DSN=A.B,DISP=&D", "A.B")]
    [InlineData("// SET ALL='DSN=A.B,DISP=SHR'\n//S EXEC PGM=X\n//IN DD &ALL", "A.B")]
    public void Symbols_that_the_member_sets_are_replaced(string text, string expected)
    {
        var reference = DataSet(Job + text);

        Assert.Equal((expected, Certainty.Certain), (reference.To.Name, reference.Certainty));
    }

    [Fact]
    public void Default_of_a_procedure_is_a_candidate_with_the_statement_that_gives_it()
    {
        var reference = DataSet("//P PROC HLQ=TEST,\n//  LIB=&HLQ..LOAD\n//S EXEC PGM=X\n//IN DD DSN=&LIB,DISP=SHR", "P");

        Assert.Equal(("TEST.LOAD", Certainty.Candidate), (reference.To.Name, reference.Certainty));
        var link = Assert.Single(reference.Chain);
        Assert.Equal((null, new Place(1, 10)), (link.Member, link.At));
    }

    [Fact]
    public void Member_that_only_a_caller_gives_is_the_symbol() =>
        Assert.Equal("&MEM", DataSet("//P PROC MEM=\n//S EXEC PGM=X\n//IN DD DSN=A.B(&MEM),DISP=SHR", "P").Detail);

    [Theory]
    [InlineData("//IN DD DSN=&A..&A..&A..&A..&A,DISP=SHR")]
    [InlineData("//S2 EXEC PGM=&A&A&A&A")]
    [InlineData("//S2 EXEC PGM=DFSRRC00,PARM=(BMP,&A&A&A&A&A&A)")]
    public void Name_that_symbols_make_too_long_is_shown_as_written(string text)
    {
        var references = Read($"//PAY JOB\n// SET A={new string('X', 45)}\n//S1 EXEC PGM=X\n{text}").References;

        Assert.All(references, each => Assert.InRange(each.To.Name.Length + (each.Why ?? "").Length, 1, 200));
        Assert.Contains(references, each => each.Certainty == Certainty.Unresolved && each.To.Name.Contains("&A", StringComparison.Ordinal));
    }

    [Fact]
    public void Value_around_an_in_stream_procedure_is_a_candidate_and_its_own_SET_stays_within()
    {
        var references = Read("//PAY JOB\n// SET A=X\n//P PROC\n// SET B=Y\n//S EXEC PGM=&A\n// PEND\n//S1 EXEC PGM=&B").References
            .Where(each => each.Verb == Verb.Runs).ToList();

        Assert.Equal(("X", Certainty.Candidate), (references[0].To.Name, references[0].Certainty));
        Assert.Equal(("&B", Certainty.Unresolved), (references[1].To.Name, references[1].Certainty));
    }

    [Fact]
    public void Model_of_a_data_set_is_named_and_attributes_referred_back_to_are_not()
    {
        var like = DataSet($"{Step}//A DD LIKE=A.B,SPACE=(CYL,1)\n//B DD REFDD=*.A,SYSOUT=*");

        Assert.Equal((Verb.Uses, "A.B", "A LIKE"), (like.Verb, like.To.Name, like.Through));
    }

    [Theory]
    [InlineData("&HLQ..A", "&HLQ..A", "&HLQ has no value in this member.")]
    [InlineData("&SYSUID..A", "&SYSUID..A", "&SYSUID is a system symbol: it has its value when the job is submitted.")]
    [InlineData("<HLQ>.A", "<HLQ>.A", "'<HLQ>.A' is no name: it stands for one that is filled in before the job is submitted.")]
    [InlineData("&NONE..A", "&NONE..A", "With the values that are known here it would be '.A', which is no name: a caller gives others.")]
    [InlineData("*.S9.OUT", "*.S9.OUT", "The DD statement that it refers back to is not in this member.")]
    public void What_cannot_be_told_is_said_as_written_with_why(string dsn, string name, string why)
    {
        var reference = DataSet($"//PAY JOB\n// SET NONE=\n//S1 EXEC PGM=X\n//IN DD DISP=SHR,DSN={dsn}");

        Assert.Equal((name, Certainty.Unresolved, why), (reference.To.Name, reference.Certainty, reference.Why));
    }

    [Theory]
    [InlineData("PGM=&P", "&P")]
    [InlineData("PGM=<PROGRAM>", "<PROGRAM>")]
    [InlineData("PGM=*.S9.OUT", "*.S9.OUT")]
    [InlineData("&P", "&P")]
    public void Program_that_cannot_be_told_is_unresolved(string operand, string name)
    {
        var reference = Assert.Single(Read($"//PAY JOB\n//S1 EXEC {operand}").References, each => each.Verb == Verb.Runs);

        Assert.Equal((name, Certainty.Unresolved), (reference.To.Name, reference.Certainty));
        Assert.NotNull(reference.Why);
    }

    [Fact]
    public void Program_of_an_earlier_step_is_the_member_that_it_made()
    {
        var runs = Read("//PAY JOB\n//LKED EXEC PGM=HEWL\n//SYSLMOD DD DSN=&&GOSET(GO),DISP=(,PASS)\n//GO EXEC PGM=*.LKED.SYSLMOD")
            .References.Last(each => each.Verb == Verb.Runs);

        Assert.Equal(("GO", Certainty.Certain, 3), (runs.To.Name, runs.Certainty, Assert.Single(runs.Chain).At.Line));
    }

    [Theory]
    [InlineData("*.S1.OUT")]
    [InlineData("*.COPY")]
    public void Referback_is_the_data_set_of_the_statement_that_it_names(string dsn)
    {
        var reference = Read($"{Step}//OUT DD DSN=A.B,DISP=(,PASS)\n//S2 EXEC PGM=X\n//COPY DD DSN=A.B,DISP=SHR\n//IN DD DSN={dsn},DISP=SHR")
            .References[^1];

        Assert.Equal(("A.B", "IN", Verb.Reads, Certainty.Certain), (reference.To.Name, reference.Through, reference.Verb, reference.Certainty));
    }

    [Fact]
    public void Override_says_the_step_of_the_procedure_and_has_its_disposition_from_there()
    {
        var references = Read("//PAY JOB\n//S1 EXEC PAYPROC\n//SORT.SORTIN DD DSN=A\n// DD DSN=B,DISP=SHR").References;

        Assert.Equal(["PAY.S1 Uses A SORT.SORTIN", "PAY.S1 Reads B SORT.SORTIN(1)"],
            references.Skip(2).Select(each => $"{each.From.Name} {each.Verb} {each.To.Name} {each.Through}"));
    }

    [Fact]
    public void Place_is_that_of_the_name()
    {
        var references = Read("//PAY JOB\n//  JCLLIB ORDER=(A.B,\n//  'C.D')\n//S1 EXEC PGM=X\n//IN DD DISP=SHR,\n//   DSN='E.F'").References;

        Assert.Equal(["A.B 2:19", "C.D 3:6", "PAY.S1 4:3", "X 4:15", "E.F 6:11"], references.Select(each => $"{each.To.Name} {each.At}"));
    }

    [Theory]
    [InlineData("//PAY JOB\n//S1 EXEC\n", "2 jcl.exec-of-nothing")]
    [InlineData("//PAY JOB\n// DD DSN=A", "2 jcl.dd-without-name")]
    [InlineData("// JOB 1\n//S1 EXEC PGM=X", "1 jcl.job-without-name")]
    [InlineData("//PAY JOB\n//\n//S1 EXEC PGM=X\n//S2 EXEC PGM=Y", "3 jcl.after-null-statement")]
    [InlineData("//PAY JOB\n//P PROC\n//S1 EXEC PGM=X", "3 jcl.proc-without-pend")]
    [InlineData("//PAY JOB\n// PEND", "2 jcl.pend-without-proc")]
    [InlineData("//OTHER PROC\n//S1 EXEC PGM=X", "1 jcl.proc-name")]
    [InlineData("//PAY JOB\nWHAT IS THIS", "2 jcl.not-a-statement")]
    [InlineData("//PAY JOB\n//S1 EXEC PGM=X\nDATA\nMORE", "3 jcl.data-without-dd")]
    [InlineData("//PAY JOB\n// ENDIF", "2 jcl.no-if")]
    [InlineData("//PAY JOB\n// IF RC=0 THEN\n//S1 EXEC PGM=X", "3 jcl.if-without-endif")]
    [InlineData("//PAY JOB\n// INCLUDE X", "2 jcl.include-without-member")]
    [InlineData("//PAY JOB\n// JCLLIB X", "2 jcl.jcllib-without-order")]
    public void Broken_member_is_complained_of_once(string text, string expected) => Assert.Equal(expected, Assert.Single(Codes(text)));

    [Fact]
    public void What_follows_a_null_statement_runs_only_after_another_job_statement() =>
        Assert.Equal(["PAY.S1 Runs X", "BILL.S1 Runs Z"],
            Says("//PAY JOB\n//S1 EXEC PGM=X\n//\n//S2 EXEC PGM=Y\n//BILL JOB\n//S1 EXEC PGM=Z"));

    [Fact]
    public void Data_of_a_DD_statement_without_name_is_not_taken_for_the_PARM()
    {
        const string step = "//PAY JOB 1\n//S1 EXEC PGM=IEBGENER\n";

        Assert.Equal(JclText.Says(step), JclText.Says($"{step}// DD *\n"));
        Assert.All(JclText.Read($"{step}// DD *\n").References, reference => Assert.InRange(reference.At.Line, 1, 2));
    }
}
