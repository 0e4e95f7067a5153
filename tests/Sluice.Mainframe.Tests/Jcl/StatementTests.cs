using Sluice.Mainframe.Jcl;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Jcl;

public sealed class StatementTests
{
    [Theory]
    [InlineData("//A DD DSN=X,DISP=SHR", "Dd A DSN=X,DISP=SHR")]
    [InlineData("//A DD DSN=X comment, with a comma", "Dd A DSN=X")]
    [InlineData("//A   DD   DSN=X", "Dd A DSN=X")]
    [InlineData("// DD DSN=X", "Dd  DSN=X")]
    [InlineData("//a dd dsn=x", "Dd A dsn=x")]
    [InlineData("//P.A DD DUMMY", "Dd P.A DUMMY")]
    [InlineData("//A DD", "Dd A ")]
    [InlineData("//", "Null  ")]
    [InlineData("//* comment\n/*ROUTE PRINT R5\n//*MAIN CLASS=A\n//A DD DUMMY", "Dd A DUMMY")]
    [InlineData("//A DD DSN=X,                                                        2 00010000", "Dd A DSN=X,")]
    [InlineData("//A EXEC PGM=B,PARM='IT''S ON, HERE' NOT", "Exec A PGM=B,PARM='IT''S ON, HERE'")]
    [InlineData("// IF (A.RC = 0 & B.RC > 4) THEN GO ON", "If  (A.RC = 0 & B.RC > 4)")]
    [InlineData("// IF A.RC = 0 &\n//    B.RC > 4 THEN", "If  A.RC = 0 & B.RC > 4")]
    [InlineData("//X ELSE not a, operand", "Else X ")]
    [InlineData("//P PEND", "Pend P ")]
    public void Statement_has_name_operation_and_operands(string text, string expected) => Assert.Equal(expected, Shown(text).First());

    [Theory]
    [InlineData("//A DD DSN=X,\n//  DISP=SHR", "DSN=X,DISP=SHR")]
    [InlineData("//A DD DSN=X, here\n//             DISP=SHR and here", "DSN=X,DISP=SHR")]
    [InlineData("//A DD DSN=X,\n//* between\n//  DISP=SHR", "DSN=X,DISP=SHR")]
    [InlineData("//A DD SPACE=(CYL,\n//  (1,1),\n//  RLSE),DSN=X", "SPACE=(CYL,(1,1),RLSE),DSN=X")]
    public void Operands_go_on_after_a_comma(string text, string expected) =>
        Assert.Equal($"Dd A {expected}", Assert.Single(Shown(text)));

    [Fact]
    public void Quoted_string_goes_on_in_column_16_after_the_blanks_up_to_column_71()
    {
        var text = $"//A EXEC PGM=B,PARM='{new string('X', 48)}\n//             Y',COND=EVEN";

        Assert.Equal($"Exec A PGM=B,PARM='{new string('X', 48)}  Y',COND=EVEN", Assert.Single(Shown(text)));
    }

    [Fact]
    public void Column_72_continues_a_comment() =>
        Assert.Equal(["Dd A DUMMY", "Dd B DUMMY"], Shown($"//A DD DUMMY{" a comment",-59}X\n//  DD DSN=NOT.ME\n//B DD DUMMY"));

    [Theory]
    [InlineData("//C CNTL * PSF\n//P PRINTDEV BUFNO=20,\n//  MGMTMODE=IMMED\n//E ENDCNTL", "")]
    [InlineData("//C CNTL\n// ENDCNTL\n//P PRINTDEV A=B", "3 jcl.unknown-operation")]
    [InlineData("// MODIFY CICS,'CEMT P SHUT'", "")]
    [InlineData("//  EXPORT SYMLIST=(A,B)", "")]
    public void Statements_that_say_nothing_here_are_known(string text, string expected) =>
        Assert.Equal(expected, string.Join('\n', JclText.Codes(text)));

    [Theory]
    [InlineData("//A DD *\none\ntwo\n/*\n//B DD DUMMY", 2, 3)]
    [InlineData("//A DD *\none\n//B DD DUMMY", 2, 2)]
    [InlineData("//A DD DATA\n//ONE JOB\n/*\n//B DD DUMMY", 2, 2)]
    [InlineData("//A DD *,DLM=ZZ\n//ONE JOB\n/*\nZZ\n//B DD DUMMY", 2, 3)]
    [InlineData("//A DD DATA,DLM='$$'\n/*\n$$\n//B DD DUMMY", 2, 2)]
    [InlineData("//A DD *,DLM=ENDOFIT\nEND\nENDOFIT\n//B DD DUMMY", 2, 2)]
    [InlineData("//A DD *\n//B DD DUMMY", 2, 1)]
    [InlineData("//A DD *,\n// DCB=BLKSIZE=80\none\n/*\n//B DD DUMMY", 3, 3)]
    [InlineData("//A XMIT DEST=X\n//N JOB\n/*\n//B DD DUMMY", 2, 2)]
    public void Data_ends_at_its_delimiter(string text, int first, int last)
    {
        var reader = new StatementReader("PAY", SourceText.Of(text), new());

        Assert.Equal(new InStreamData(first, last), reader.Next()!.Data);
        Assert.Equal("B", reader.Next()!.Name);
        Assert.Null(reader.Next());
    }

    [Theory]
    [InlineData("A,B", new[] { "=A", "=B" })]
    [InlineData("PGM=A,PARM='B,C=D',COND=(4,LT)", new[] { "PGM=A", "PARM='B,C=D'", "COND=(4,LT)" })]
    [InlineData("(ACCT,1),'A NAME',CLASS=A", new[] { "=(ACCT,1)", "='A NAME'", "CLASS=A" })]
    [InlineData(",'A'", new[] { "=", "='A'" })]
    [InlineData("DCB=(*.X,LRECL=80)", new[] { "DCB=(*.X,LRECL=80)" })]
    [InlineData("HLQ=,MEM=X", new[] { "HLQ=", "MEM=X" })]
    [InlineData("PARM.S='A'", new[] { "PARM.S='A'" })]
    [InlineData("A=B,", new[] { "A=B" })]
    public void Operand_field_is_split_at_its_own_commas(string field, string[] expected) =>
        Assert.Equal(expected, OperandField.Split(field).Select(operand => $"{operand.Key}={operand.Value}"));

    [Fact]
    public void Place_of_an_operand_is_on_the_line_where_it_stands()
    {
        var statement = new StatementReader("PAY", SourceText.Of("//A DD DISP=SHR,\n//* x\n//     DSN=PAY.IN"), new()).Next()!;

        Assert.Equal(new(3, 12), statement.PlaceOf(statement.Find("DSN")!.Value.ValueStart));
        Assert.Equal("//A DD DISP=SHR,DSN=PAY.IN", statement.Text);
    }

    [Theory]
    [InlineData("//A DD DSN='X\n//B DD DUMMY", "1 jcl.unclosed-quote")]
    [InlineData("//A DD DSN=X,\n//B DD DUMMY", "1 jcl.continuation-missing")]
    [InlineData("//A DD DSN=X,\n//   DD DSN=Y", "1 jcl.continuation-missing")]
    [InlineData("//A DD DSN=X,\n//                  DISP=SHR", "2 jcl.continuation-too-far")]
    [InlineData("//A DDDSN=X", "1 jcl.unknown-operation")]
    [InlineData("//A", "1 jcl.no-operation")]
    [InlineData("// IF RC = 0\n//A DD DUMMY", "1 jcl.if-without-then")]
    [InlineData("//A DD DATA\nX", "1 jcl.unclosed-data")]
    public void Broken_statement_is_complained_of(string text, string expected)
    {
        var findings = new Findings();
        var reader = new StatementReader("PAY", SourceText.Of(text), findings);
        while (reader.Next() is not null)
        {
        }

        Assert.Equal(expected, Assert.Single(findings.Diagnostics.Select(diagnostic => $"{diagnostic.At.Line} {diagnostic.Code}")));
    }

    [Fact]
    public void Null_statement_where_a_continuation_is_due_ends_no_job() =>
        Assert.Equal(["Dd A DSN=X,", "Dd B DUMMY"], Shown("//A DD DSN=X,\n//\n//B DD DUMMY"));

    private static List<string> Shown(string text)
    {
        var reader = new StatementReader("PAY", SourceText.Of(text), new());
        var statements = new List<string>();
        while (reader.Next() is { } statement)
            statements.Add($"{statement.Operation} {statement.Name} {statement.Field}");
        return statements;
    }
}
