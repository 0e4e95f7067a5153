namespace Sluice.Mainframe.Tests.Cobol;

/// <summary>Items that redefine others have their values.</summary>
public sealed class StorageTests
{
    [Theory]
    // A menu: number, text and program of each line.
    [InlineData("A1 B2", "01 T.", "05 D.", "10 FILLER PIC 9(2) VALUE 1.", "10 FILLER PIC X(35) VALUE 'The first one'.", "10 FILLER PIC X(8) VALUE 'A1'.",
        "10 FILLER PIC 9(2) VALUE 2.", "10 FILLER PIC X(35) VALUE 'The second one'.", "10 FILLER PIC X(8) VALUE 'B2'.",
        "05 TAB REDEFINES D.", "10 OPT OCCURS 10 TIMES.", "15 NUM PIC 9(2).", "15 NAME PIC X(35).", "15 PGM PIC X(08).")]
    // All in one literal.
    [InlineData("A1 B2 C3", "01 D PIC X(24) VALUE 'A1      B2      C3      '.", "01 TAB REDEFINES D.", "05 PGM PIC X(8) OCCURS 3.")]
    [InlineData("A1 B2", "01 D.", "05 FILLER PIC X(16) VALUE 'A1      B2'.", "01 FILLER REDEFINES D OCCURS 2.", "05 PGM PIC X(8).")]
    [InlineData("A1 B2", "01 T.", "05 D PIC X(16) VALUE 'A1      B2'.", "05 PGM REDEFINES D PIC X(8) OCCURS 2.")]
    // A redefinition of a redefinition, and two of one.
    [InlineData("A1", "01 T.", "05 D PIC X(8) VALUE 'A1'.", "05 R REDEFINES D PIC X(8).", "05 PGM REDEFINES R PIC X(8).")]
    [InlineData("A1", "01 T.", "05 D PIC X(8) VALUE 'A1'.", "05 R REDEFINES D.", "10 N PIC 9(8).", "05 S REDEFINES D.", "10 PGM PIC X(8).")]
    // Tables in tables.
    [InlineData("A1 B2 C3 D4", "01 D PIC X(12) VALUE 'A1-B2-C3-D4-'.", "01 T REDEFINES D.", "05 R OCCURS 2.", "10 C OCCURS 2.", "15 PGM PIC X(2).", "15 F PIC X.")]
    [InlineData("A1", "01 T.", "05 D OCCURS 3.", "10 FILLER PIC X(4) VALUE 'A1'.", "05 R REDEFINES D.", "10 PGM OCCURS 3 PIC X(4).")]
    // Made of two values, and part of one.
    [InlineData("PAY01", "01 D.", "05 FILLER PIC X(3) VALUE 'PAY'.", "05 FILLER PIC X(5) VALUE '01'.", "01 PGM REDEFINES D PIC X(8).")]
    [InlineData("A1", "01 D PIC X(8) VALUE 'A1'.", "01 R REDEFINES D.", "05 PGM.", "10 P PIC X.", "10 Q PIC X.")]
    // Sizes of everything that can come before.
    [InlineData("A1", "01 D.", "05 A PIC S9(4) COMP.", "05 B PIC S9(9) BINARY.", "05 C PIC S9(18) COMP-5.", "05 E PIC S9(7)V99 COMP-3.", "05 F COMP-1.",
        "05 G COMP-2.", "05 H PIC S9(3) SIGN LEADING SEPARATE.", "05 I PIC ZZ,ZZ9.99-.", "05 J PIC N(3).", "05 K PIC 99V99.", "05 L PIC $$9CR.", "05 M INDEX.",
        "05 FILLER PIC X(8) VALUE 'A1'.", "01 R REDEFINES D.", "05 FILLER PIC X(64).", "05 PGM PIC X(8).")]
    [InlineData("A1", "01 D.", "05 G USAGE COMP-3.", "10 A PIC 9(3).", "10 B PIC 9(4).", "05 C PIC X VALUE 'A'.", "88 IS-C VALUE 'B'.", "05 E PIC X VALUE '1'.",
        "01 R REDEFINES D.", "05 FILLER PIC X(5).", "05 PGM PIC XX.")]
    // A copybook before both of them moves both.
    [InlineData("A1", "01 T.", "COPY OTHER.", "05 D PIC X(8) VALUE 'A1'.", "05 PGM REDEFINES D PIC X(8).")]
    // A copybook behind what has no room for it begins another record.
    [InlineData("A1 B2", "01 T.", "05 D PIC X(16) VALUE 'A1      B2'.", "05 R REDEFINES D OCCURS 2.", "10 PGM PIC X(8).", "COPY OTHER.")]
    public void Item_that_redefines_others_has_their_values(string names, params string[] storage)
    {
        var read = Programs.Fixed([.. storage, "01 AFTER PIC X."]);

        Assert.Equal(names.Split(' '), read.Assignments.Where(assignment => assignment is { Item: "PGM", By: AssignedBy.Storage, Literal: not null })
            .Select(assignment => assignment.Literal));
        Assert.Empty(read.Diagnostics);
    }

    [Theory]
    [InlineData("05 V PIC X(8) VALUE 'PAY01'.", "05 N PIC 9(4) COMP SYNC.", "05 FILLER PIC X(8) VALUE 'PAY02'.")]
    [InlineData("05 V OCCURS 1 TO 5 DEPENDING ON N PIC X(8).", "05 FILLER PIC X(8) VALUE 'PAY02'.")]
    [InlineData("05 P POINTER.", "05 FILLER PIC X(8) VALUE 'PAY02'.")]
    [InlineData("COPY OTHER.", "05 FILLER PIC X(8) VALUE 'PAY02'.")]
    public void Place_that_cannot_be_told_is_said(params string[] parts)
    {
        var read = Programs.Fixed(["01 D.", .. parts, "01 R REDEFINES D.", "05 PGM PIC X(8) OCCURS 5."]);

        Assert.Equal(("cobol.storage-not-told", parts.Length + 2), Assert.Single(read.Diagnostics) is var said ? (said.Code, said.At.Line) : default);
        Assert.DoesNotContain(read.Assignments, assignment => assignment is { Item: "PGM", Literal: "PAY02" });
    }

    [Fact]
    public void What_redefines_an_item_of_a_copybook_has_no_value_of_another()
    {
        var read = Programs.Fixed("01 OTHER PIC X(8) VALUE 'PAY01'.", "COPY MAP.", "01 PGM REDEFINES MAPI PIC X(8).");

        Assert.DoesNotContain(read.Assignments, assignment => assignment.Item == "PGM");
        Assert.Empty(read.Diagnostics);
    }

    [Fact]
    public void Value_is_shown_where_it_stands()
    {
        var read = Programs.Fixed("01 D.", "    05 FILLER PIC X(8)", "       VALUE 'PAY01'.", "01 R REDEFINES D.", "    05 PGM PIC X(8).");

        var assignment = Assert.Single(read.Assignments, assignment => assignment.By is AssignedBy.Storage && assignment.Item == "PGM");
        Assert.Equal((new(3, 21), "05 FILLER PIC X(8) VALUE 'PAY01'"), (assignment.At, assignment.Text));
    }

    [Fact]
    public void Menu_of_a_copybook_says_which_programs_are_gone_to()
    {
        const string menu = "       01 D.\n           05 FILLER PIC X(8) VALUE 'PAY01'.\n           05 FILLER PIC X(8) VALUE 'PAY02'.\n"
            + "       01 T REDEFINES D.\n           05 PGM PIC X(8) OCCURS 2.\n";
        var linked = Linking.Of(
            ("PAY.cbl", "       PROGRAM-ID. PAY.\n       COPY MENU.\n           EXEC CICS XCTL PROGRAM(PGM(I)) END-EXEC.\n"), ("MENU.cpy", menu));

        Assert.Equal(
            [("PAY01", Certainty.Candidate, 2), ("PAY02", Certainty.Candidate, 3)],
            linked.Where(reference => reference.Verb is Verb.Transfers)
                .Select(reference => (reference.To.Name, reference.Certainty, reference.Chain[0].At.Line)));
    }

    [Fact]
    public void Item_has_what_is_moved_to_the_one_that_it_redefines()
    {
        var linked = Linking.Of((
            "PAY.cbl", "       PROGRAM-ID. PAY.\n       01 A PIC X(8).\n       01 PGM REDEFINES A PIC X(8).\n           MOVE 'PAY01' TO A.\n           CALL PGM.\n"));

        Assert.Equal("Calls Program PAY01", Assert.Single(linked).Said());
    }
}
