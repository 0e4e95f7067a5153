using Sluice.Mainframe.Assembler;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Assembler;

public sealed class AssemblerStatementsTests
{
    [Theory]
    [InlineData("LABEL    MVC   A,B        a remark", "LABEL|MVC|A,B")]
    [InlineData("         BR    14", "|BR|14")]
    [InlineData("         LTORG", "|LTORG|")]
    [InlineData(" DC C'A B',C'IT''S'  remark", "|DC|C'A B',C'IT''S'")]
    [InlineData(" LA 1,L'FIELD  remark", "|LA|1,L'FIELD")]
    [InlineData(" LA 1,L'FIELD(2)+L'A  'x", "|LA|1,L'FIELD(2)+L'A")]
    [InlineData(" DC L'3.14'  remark", "|DC|L'3.14'")]
    [InlineData("* comment\n.* comment of a macro\n BR 14", "|BR|14")]
    [InlineData(".SEQ     ANOP", ".SEQ|ANOP|")]
    [InlineData("\n   \n BR 14", "|BR|14")]
    [InlineData(" EXEC CICS LINK PROGRAM('PAY') NOHANDLE", "|EXEC|CICS LINK PROGRAM('PAY') NOHANDLE")]
    public void Statement_has_name_operation_and_operands(string member, string expected) =>
        Assert.Equal(expected, Shown(member));

    [Theory]
    [InlineData(" MACRO A,", "               B", "|MACRO|A,B")]
    [InlineData(" MACRO A,      remark", "               B  remark", "|MACRO|A,B")]
    [InlineData(" MACRO A       remark", "               more remark", "|MACRO|A")]
    [InlineData("* comment", "               more comment", "")]
    public void Column_72_goes_on_in_column_16(string first, string second, string expected) =>
        Assert.Equal(expected, Shown($"{first,-71}X\n{second}"));

    [Fact]
    public void Word_and_literal_break_in_column_71()
    {
        Assert.Equal("|MACRO|" + new string('A', 64) + "BB", Shown(" MACRO " + new string('A', 64) + "X\n               BB"));
        Assert.Equal("|DC|C'A" + new string(' ', 64) + "B'", Shown(" DC C'A".PadRight(71) + "X\n               B'"));
    }

    [Fact]
    public void Line_with_something_left_of_column_16_is_a_statement_of_its_own()
    {
        Assert.Equal("|MACRO|A,\nB|BR|14", Shown(" MACRO A,".PadRight(71) + "X\nB BR 14", out var findings));
        Assert.Equal("assembler.continuation-column", Assert.Single(findings.Diagnostics).Code);
        // Boxes around comments are no mistake.
        Assert.Equal("|BR|14", Shown(new string('*', 72) + "\n BR 14", out findings));
        Assert.Empty(findings.Diagnostics);
    }

    [Fact]
    public void Sequence_numbers_do_not_count() => Assert.Equal("|MACRO|A", Shown(" MACRO A".PadRight(72) + "00010000"));

    [Fact]
    public void Operand_knows_its_place()
    {
        var statements = new AssemblerStatements(SourceText.Of(" MACRO A=1,".PadRight(71) + "X\n               NAME=(B,C)"),
            new());

        Assert.True(statements.Next());
        Assert.True(Operands.Find(statements.Operands, "name", out var name));
        Assert.Equal(new(2, 21), statements.At(name.ValueStart));
        var items = Operands.OfList(name.Value, name.ValueStart);
        Assert.True(items.MoveNext() && items.MoveNext());
        Assert.Equal("C", items.Current.Text.ToString());
        Assert.Equal(new(2, 24), statements.At(items.Current.Start));
    }

    [Theory]
    [InlineData("A,B", "A|B")]
    [InlineData("A,,B", "A||B")]
    [InlineData("(A,B),C", "(A,B)|C")]
    [InlineData("'A,B',C", "'A,B'|C")]
    [InlineData("L'A,B", "L'A|B")]
    [InlineData("((A,B),'(',C)", "((A,B),'(',C)")]
    [InlineData("A)),B", "A))|B")]
    public void Operands_split_at_outer_commas(string operands, string expected)
    {
        var found = new List<string>();
        foreach (var operand in Operands.Of(operands))
            found.Add(operand.Text.ToString());
        Assert.Equal(expected, string.Join('|', found));
    }

    [Fact]
    public void Endless_continuation_ends_with_a_complaint()
    {
        var line = ("               " + new string('A', 55) + ",").PadRight(71) + "X\n";
        var shown = Shown(" MACRO A,".PadRight(71) + "X\n" + string.Concat(Enumerable.Repeat(line, 10_000)), out var findings);

        Assert.True(shown.Length > 100_000);
        Assert.Equal("assembler.statement-too-long", Assert.Single(findings.Diagnostics).Code);
    }

    [Fact]
    public void Unclosed_literal_is_complained_of()
    {
        Assert.Equal("|DC|C'A\n|BR|14", Shown(" DC C'A\n BR 14", out var findings));
        Assert.Equal("assembler.unclosed-literal", Assert.Single(findings.Diagnostics).Code);
    }

    private static string Shown(string member) => Shown(member, out _);

    private static string Shown(string member, out Findings findings)
    {
        findings = new Findings();
        var statements = new AssemblerStatements(SourceText.Of(member), findings);
        var shown = new List<string>();
        while (statements.Next())
            shown.Add($"{statements.Label}|{statements.Operation}|{statements.Operands}");
        return string.Join('\n', shown);
    }
}
