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
}
