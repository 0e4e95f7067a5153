using System.Diagnostics;
using System.Text;
using Sluice.Mainframe.Cobol;

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

    [Theory]
    [InlineData("01 A PIC X.", "88 VALUE 'B'.", "88 FILLER VALUE 'B'.")]
    [InlineData("01.", "01 PIC", "01 A PIC.", "01 B OCCURS.", "01 C REDEFINES.", "01 D REDEFINES D.", "88 VALUE.")]
    [InlineData("05 A REDEFINES B OCCURS 99999999 PIC X(99999999).", "77 C REDEFINES A PIC X(8) VALUE 'D'.", "99 E.", "00 F.", "50 G.")]
    public void Entry_that_is_broken_is_passed_over(params string[] entries) =>
        Assert.Empty(Programs.Fixed(entries).References);

    [Fact]
    public void Broken_source_is_read_to_its_end() => Assert.Equal(20_000, Hostile.Feed(CobolReader.Read, """
               PROGRAM-ID. PAY.
               AUTHOR. IT'S ME.
               SELECT F ASSIGN TO UT-S-PAYIN.
               REPLACE ==:T:== BY ==WS==.
           01  T.
               05 D. 10 FILLER PIC X(8) VALUE 'PAY01'. 10 N PIC S9(4) COMP SYNC.
               05 R REDEFINES D. 10 PGM PIC X(8). 88 IS-PAY VALUE 'PAY02' 'PAY03'.
               05 TAB OCCURS 3 DEPENDING ON N PIC 9(3).
               COPY PAYREC OF LIB REPLACING ==A== BY =='B'==.
          D    CALL PGM(1) USING A.
               EXEC SQL SELECT A INTO :B FROM 'C
          -    'D' END-EXEC.
               EXEC CICS LINK PROGRAM(PGM) END-EXEC.
               EXEC DLI SCHD PSB((P)) END-EXEC.
               CALL 'CBLTDLI' USING GU PCB AREA SSA.
               EVALUATE PGM WHEN 'PAY04' MOVE FUNCTION TRIM(A) TO PGM.
               END PROGRAM PAY.
        """, 20_000));

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
