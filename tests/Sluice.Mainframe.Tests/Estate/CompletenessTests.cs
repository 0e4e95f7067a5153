using Sluice.Mainframe.Estate;

namespace Sluice.Mainframe.Tests.Estate;

/// <summary>What belongs with members that are delivered, and is not among them.</summary>
public sealed class CompletenessTests
{
    private static readonly EstateGraph Bank = Estates.Of(SmallBank.Members);

    private static List<string> Of(EstateGraph graph, params string[] names) =>
        [.. Completeness.Of(graph, [.. names.SelectMany(graph.MembersNamed)]).Select(absence => $"{absence.Code} {absence.What.Name}")];

    [Theory]
    // Programs that copy it, also through another copybook, and the bind of the one that has SQL.
    [InlineData("PAYID", "missing.bind PAYCOLL.PAYPOST", "missing.rebuild PAYCALC", "missing.rebuild PAYPOST")]
    [InlineData("PAYPOST", "missing.bind PAYCOLL.PAYPOST")]
    [InlineData("PAYSET", "missing.map-user PAYMENU")]
    [InlineData("ACCOUNT", "missing.table-user PAYMENU", "missing.table-user PAYPOST")]
    [InlineData("LISTJOB")]
    public void Member_needs_these_with_it(string name, params string[] missing) => Assert.Equal(missing, Of(Bank, name));

    [Fact]
    public void What_is_given_is_not_missing() =>
        Assert.Empty(Of(Bank, "PAYID", "PAYCALC", "PAYPOST", "BINDPAY"));

    [Fact]
    public void Rebuilt_program_has_to_be_bound_too() =>
        Assert.Contains("missing.bind PAYCOLL.PAYPOST", Of(Bank, "PAYREC", "PAYCALC", "PAYPOST"));

    [Fact]
    public void What_nobody_has_is_named_and_what_comes_with_the_system_is_not()
    {
        var graph = Estates.Of(("A.cbl", "       PROGRAM-ID. A.\n       COPY DFHAID.\n       COPY NOWHERE.\n       PROCEDURE DIVISION.\n           CALL 'CEEDAYS'.\n           CALL 'LOST'.\n"));

        Assert.Equal(["missing.not-in-sources LOST", "missing.not-in-sources NOWHERE"], Of(graph, "A"));
    }

    [Fact]
    public void Copybook_that_copies_itself_ends()
    {
        var graph = Estates.Of(("A.cpy", "       COPY B.\n       01 X PIC X.\n"), ("B.cpy", "       COPY A.\n       01 Y PIC X.\n"), ("P.cbl", "       PROGRAM-ID. P.\n       COPY A.\n"));

        Assert.Equal(["missing.rebuild P"], Of(graph, "B"));
    }

    [Fact]
    public void Module_into_which_binder_statements_include_the_program_is_linked_again()
    {
        var graph = Estates.Of(
            ("SUB.cbl", "       PROGRAM-ID. SUB.\n"), ("TOP.cbl", "       PROGRAM-ID. TOP.\n"),
            ("LINK/TOP.lnk", " INCLUDE OBJ(TOP)\n INCLUDE OBJ(SUB)\n NAME TOP(R)\n"));

        Assert.Equal(["missing.link TOP"], Of(graph, "SUB.cbl"));
        Assert.Empty(Of(graph, "TOP.cbl"));
    }

    [Fact]
    public void Psb_sees_the_database_that_changes()
    {
        var graph = Estates.Of(
            ("PSB/PAYPSB.psb", "         PCB   TYPE=DB,DBDNAME=PAYDBD,PROCOPT=A,KEYLEN=10\n         SENSEG NAME=S,PARENT=0\n         PSBGEN LANG=COBOL,PSBNAME=PAYPSB\n         END\n"),
            ("DBD/PAYDBD.dbd", "         DBD   NAME=PAYDBD,ACCESS=HDAM\n         SEGM  NAME=S,PARENT=0,BYTES=10\n         DBDGEN\n         END\n"));

        Assert.Equal(["missing.psb PAYPSB"], Of(graph, "PAYDBD"));
    }

    [Fact]
    public void Declaration_of_a_table_and_who_works_with_it_through_a_view_belong_with_it()
    {
        var graph = Estates.Of(
            ("DDL/T.ddl", "CREATE TABLE S.T (A INT);\n"), ("DDL/V.ddl", "CREATE VIEW S.V AS SELECT A FROM S.T;\n"),
            ("DCL/DCLT.cpy", "           EXEC SQL DECLARE S.T TABLE (A INTEGER) END-EXEC.\n       01 DCLT.\n           10 A PIC S9(9) COMP.\n"),
            ("P.cbl", "       PROGRAM-ID. P.\n       PROCEDURE DIVISION.\n           EXEC SQL SELECT A FROM S.V END-EXEC.\n"));

        Assert.Equal(["missing.declaration DCLT", "missing.table-user P"], Of(graph, "DDL/T.ddl"));
    }

    [Fact]
    public void Symbolic_map_is_made_from_its_mapset()
    {
        var graph = Estates.Of(
            ("BMS/SET1.bms", "SET1     DFHMSD TYPE=MAP,LANG=COBOL\nMAP1     DFHMDI SIZE=(24,80)\n         DFHMSD TYPE=FINAL\n"),
            ("P.cbl", "       PROGRAM-ID. P.\n       COPY SET1.\n"));

        Assert.Empty(Of(graph, "P"));
        Assert.Equal(["missing.rebuild P"], Of(graph, "SET1"));
    }
}
