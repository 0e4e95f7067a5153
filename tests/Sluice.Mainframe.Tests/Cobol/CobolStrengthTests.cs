using System.Diagnostics;
using System.Text;

namespace Sluice.Mainframe.Tests.Cobol;

public sealed class CobolStrengthTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Endless => new()
    {
        { "IF" }, { "EVALUATE" }, { "continuation" }, { "parentheses" }, { "COPY" }, { "pseudo-text" }, { "EXEC" }, { "MOVE" }, { "quotes" }, { "PROGRAM-ID" },
        { "REDEFINES" }, { "OCCURS" }, { "REPLACE" }, { "comments" }, { "comment-entry" }, { "DL/I" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void What_never_ends_ends_soon(string construct)
    {
        const int many = 100_000;
        var text = construct switch
        {
            "IF" => Repeat("           IF A = B\n", many),
            "EVALUATE" => Repeat("           EVALUATE A WHEN 'B'\n", many),
            "continuation" => "           CALL 'A\n" + Repeat("      -    'B\n", many),
            "parentheses" => "           MOVE A" + Repeat("           (((((\n", many),
            "COPY" => Repeat("           COPY\n", many),
            "pseudo-text" => "           COPY A REPLACING ==\n" + Repeat("           A ( B\n", many),
            "EXEC" => Repeat("           EXEC CICS LINK PROGRAM(\n", many),
            "MOVE" => Repeat("           MOVE A TO\n", many),
            "quotes" => Repeat("           '''''''''\n", many),
            "REDEFINES" => "       01 T.\n       05 D.\n" + Repeat("       10 F PIC X VALUE 'A'.\n", many / 2) + Repeat("       05 R REDEFINES D PIC X.\n", many / 2),
            "OCCURS" => "       01 T.\n       05 D PIC X(64000) VALUE 'A'.\n" + Repeat("       05 R REDEFINES D PIC X OCCURS 64000.\n", many),
            "REPLACE" => "       REPLACE\n" + Repeat("           ==:A:== BY ==:B:==\n", 600) + ".\n" + Repeat("           :A:-:A:-:A:\n", many),
            "comments" => "       SELECT A ASSIGN A.\n       OPEN INPUT\n" + Repeat("      *\n", many) + Repeat("           A\n", many),
            "comment-entry" => Repeat("       PROGRAM-ID. A.\n       AUTHOR. B\n", many),
            "DL/I" => Repeat("           CALL 'CBLTDLI' USING A\n", many),
            _ => Repeat("       PROGRAM-ID. A.\n", many),
        };
        var began = Stopwatch.GetTimestamp();

        Programs.Read(text);

        Assert.True(Stopwatch.GetElapsedTime(began) < Soon, $"{construct}: {Stopwatch.GetElapsedTime(began)}");
    }

    [Fact]
    public void Moves_in_a_circle_and_in_a_long_row_end_soon()
    {
        var text = new StringBuilder("       PROGRAM-ID. A.\n           CALL V0.\n");
        for (var at = 30_000; at >= 0; at--)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"           MOVE V{at + 1} TO V{at}.\n");
        text.Append("           MOVE V0 TO V1.\n");
        var began = Stopwatch.GetTimestamp();

        Programs.Read(text.ToString());

        Assert.True(Stopwatch.GetElapsedTime(began) < Soon);
    }

    [Fact]
    public void Any_bytes_at_all_are_read_to_their_end()
    {
        const string alphabet = " \n\n.'\"()=-*ACOPYMVEX:0123456789";
        var dice = new Dice(4711);
        for (var round = 0; round < 20_000; round++)
            Programs.Read(string.Concat(Enumerable.Range(0, dice.Below(300)).Select(_ => alphabet[dice.Below(alphabet.Length)])));
    }

    private static string Repeat(string line, int times) => new StringBuilder().Insert(0, line, times).ToString();
}
