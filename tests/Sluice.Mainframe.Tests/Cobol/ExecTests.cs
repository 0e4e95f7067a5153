namespace Sluice.Mainframe.Tests.Cobol;

/// <summary>What stands between EXEC and END-EXEC, and where that is when somebody forgot it.</summary>
public sealed class ExecTests
{
    [Fact]
    public void Stored_procedure_is_called() => Assert.Equal(
        "Calls Resource PROCEDURE PAY.CALC", Assert.Single(Programs.Fixed("EXEC SQL CALL PAY.CALC(:A) END-EXEC").References).Said());

    [Fact]
    public void SQL_over_many_lines_is_one_statement()
    {
        var read = Programs.Fixed(
            "EXEC SQL", "    DECLARE C1 CURSOR FOR", "*   FROM OLD", "    SELECT A FROM", "       PAY.RUN R, -- it's FROM NOWHERE", "       PAY.EMP",
            "END-EXEC.", "CALL 'PAY01'.");

        Assert.Equal(["Reads Table PAY.RUN", "Reads Table PAY.EMP", "Calls Program PAY01"], read.References.Select(reference => reference.Said()));
        Assert.Equal([new(5, 15), new(6, 15)], read.References.Take(2).Select(reference => reference.At));
    }

    [Fact]
    public void SQL_goes_on_where_a_word_or_literal_was_broken_off()
    {
        var broken = "           EXEC SQL SELECT A FROM X WHERE B = 'FROM".PadRight(66) + "ITS, Y";
        var read = Programs.Read(broken + "\n      -    ' FROM Z' END-EXEC.\n"
            + "           EXEC SQL DELETE FROM PAY.RU".PadRight(38) + "\n      -    N END-EXEC.\n");

        Assert.Equal(["Reads Table X", "Deletes Table PAY.RUN"], read.References.Select(reference => reference.Said()));
    }

    [Theory]
    [InlineData("EXEC SQL SELECT A FROM X")]
    [InlineData("EXEC CICS READ FILE('X') INTO(A).")]
    public void What_comes_after_an_EXEC_that_is_not_closed_is_still_read(string statement)
    {
        var read = Programs.Fixed(statement, "EXEC CICS LINK PROGRAM('NEXT1') END-EXEC.", "CALL 'NEXT2'.");

        Assert.Equal(["X", "NEXT1", "NEXT2"], read.References.Select(reference => reference.To.Name));
        Assert.Equal("cobol.exec-not-closed", Assert.Single(read.Diagnostics).Code);
    }

    [Fact]
    public void SQL_without_an_end_keeps_its_last_line() => Assert.Equal(
        ["Reads Table X", "Reads Table Y"],
        Programs.Fixed("EXEC SQL SELECT A FROM X,", "    Y").References.Select(reference => reference.Said()));
}
