namespace Sluice.Mainframe.Tests.Cobol;

public sealed class CobolReaderTests
{
    [Theory]
    [InlineData("COPY PAYREC.", "Copies Copybook PAYREC")]
    [InlineData("COPY 'payrec'.", "Copies Copybook PAYREC")]
    [InlineData("COPY \"../cpy/payrec.cpy\".", "Copies Copybook PAYREC")]
    [InlineData("COPY PAYREC OF PAYLIB.", "Copies Copybook PAYREC")]
    [InlineData("COPY PAYREC SUPPRESS.", "Copies Copybook PAYREC")]
    [InlineData("COPY PAYREC REPLACING ==:TAG:== BY ==IN==.", "Copies Copybook PAYREC")]
    [InlineData("EXEC SQL INCLUDE SQLCA END-EXEC.", "Copies Copybook SQLCA")]
    [InlineData("CALL 'PAY01' USING A B.", "Calls Program PAY01")]
    [InlineData("CALL \"PAY01\".", "Calls Program PAY01")]
    [InlineData("CANCEL 'PAY01'.", "Uses Program PAY01")]
    [InlineData("EXEC CICS LINK PROGRAM('PAY01') COMMAREA(X) END-EXEC", "Links Program PAY01")]
    [InlineData("EXEC CICS XCTL PROGRAM ('PAY01') END-EXEC", "Transfers Program PAY01")]
    [InlineData("EXEC CICS START TRANSID('PAY1') END-EXEC", "Starts Transaction PAY1")]
    [InlineData("EXEC CICS RETURN TRANSID('PAY1') END-EXEC", "Returns Transaction PAY1")]
    [InlineData("EXEC CICS READ FILE('ACCTS') INTO(X) END-EXEC", "Reads CicsFile ACCTS")]
    [InlineData("EXEC CICS READ DATASET('ACCTS') INTO(X) END-EXEC", "Reads CicsFile ACCTS")]
    [InlineData("EXEC CICS REWRITE FILE('ACCTS') FROM(X) END-EXEC", "Updates CicsFile ACCTS")]
    [InlineData("EXEC CICS DELETE FILE('ACCTS') END-EXEC", "Deletes CicsFile ACCTS")]
    [InlineData("EXEC CICS WRITEQ TD QUEUE('PRNT') FROM(X) END-EXEC", "Writes Queue PRNT")]
    [InlineData("EXEC DLI GU USING PCB(1) SEGMENT(PAYSEG) INTO(X) END-EXEC", "Reads Segment PAYSEG")]
    [InlineData("EXEC DLI REPL USING PCB(1) SEGMENT(PAYSEG) FROM(X) END-EXEC", "Updates Segment PAYSEG")]
    [InlineData("EXEC DLI SCHD PSB(PAYPSB) END-EXEC", "Uses Psb PAYPSB")]
    [InlineData("EXEC CICS LINK LENGTH(LENGTH OF X) PROGRAM('PAY01') END-EXEC", "Links Program PAY01")]
    [InlineData("EXEC CICS SET FILE('ACCTS') CLOSED END-EXEC", "Uses CicsFile ACCTS")]
    [InlineData("EXEC CICS INQUIRE PROGRAM('PAY01') STATUS(X) END-EXEC", "Uses Program PAY01")]
    [InlineData("++INCLUDE PAYREC", "Copies Copybook PAYREC")]
    public void Statement_names_what_it_says(string statement, string said)
    {
        var read = Programs.Fixed(statement);

        var reference = Assert.Single(read.References);
        Assert.Equal((said, Certainty.Certain), (reference.Said(), reference.Certainty));
        Assert.Equal(statement.TrimEnd('.').Replace(" END-EXEC", "", StringComparison.Ordinal), reference.Text.TrimEnd('.').Replace(" END-EXEC", "", StringComparison.Ordinal));
        Assert.Empty(read.Diagnostics);
    }

    [Theory]
    [InlineData("CALL WS-PGM USING A.", "Calls Program WS-PGM")]
    [InlineData("CALL WS-PGM(IX) USING A.", "Calls Program WS-PGM")]
    [InlineData("CANCEL WS-PGM OF GRP.", "Uses Program WS-PGM")]
    [InlineData("EXEC CICS LINK PROGRAM(WS-PGM) END-EXEC", "Links Program WS-PGM")]
    [InlineData("EXEC CICS XCTL PROGRAM(WS-PGM(IX)) COMMAREA(X) END-EXEC", "Transfers Program WS-PGM")]
    [InlineData("EXEC DLI SCHD PSB((WS-PGM)) NODHABEND END-EXEC", "Uses Psb WS-PGM")]
    [InlineData("EXEC DLI GU SEGMENT((WS-PGM)) INTO(X) END-EXEC", "Reads Segment WS-PGM")]
    public void Name_that_an_item_holds_is_unresolved(string statement, string said)
    {
        var reference = Assert.Single(Programs.Fixed(statement).References);

        Assert.Equal((said, Certainty.Unresolved, "WS-PGM"), (reference.Said(), reference.Certainty, reference.Variable));
        Assert.NotNull(reference.Why);
    }

    [Theory]
    [InlineData("CALL 'PAY01'.", 14)]
    [InlineData("COPY 'PAYREC'.", 14)]
    [InlineData("COPY PAYREC.", 13)]
    [InlineData("SELECT F ASSIGN TO 'PAYIN'.", 28)]
    [InlineData("EXEC CICS LINK PROGRAM('PAY01') END-EXEC.", 32)]
    [InlineData("EXEC CICS LINK PROGRAM(WS-PGM) END-EXEC.", 31)]
    [InlineData("EXEC SQL DELETE FROM \"PAY\" END-EXEC.", 30)]
    public void Reference_is_where_the_name_itself_begins(string statement, int column) =>
        Assert.Equal(new(1, column), Assert.Single(Programs.Fixed(statement).References).At);

    [Theory]
    [InlineData("EJECT")]
    [InlineData("SKIP2")]
    [InlineData("TITLE 'RECORDS'")]
    [InlineData("++INCLUDE NAMES")]
    [InlineData("EXEC SQL INCLUDE SQLCA END-EXEC")]
    public void Entry_may_begin_behind_what_needs_no_period(string before) => Assert.Single(
        Programs.Fixed(before, "01 PGM PIC X(8) VALUE 'PAY01'.").Assignments);

    [Fact]
    public void Command_inserts_the_segment_that_has_data_and_passes_through_its_parents() => Assert.Equal(
        ["Reads Segment ROOT", "Writes Segment CHILD"],
        Programs.Fixed("EXEC DLI ISRT USING PCB(1) SEGMENT(ROOT) WHERE(K=V)", "SEGMENT(CHILD) FROM(X) END-EXEC").References
            .Select(reference => reference.Said()));

    [Theory]
    [InlineData("ENTRY 'PAY02' USING A.", "Program PAY02")]
    [InlineData("ENTRY 'DLITCBL' USING PCB.", "")]
    public void Entry_is_another_name_of_the_program_unless_it_is_where_IMS_enters(string entry, string defined) =>
        Assert.Equal(defined, string.Join(", ", Programs.Fixed(entry).Defines.Select(definition => definition.What.ToString())));

    [Fact]
    public void All_programs_of_a_CANCEL_are_named() => Assert.Equal(
        ["Uses Program PAY01", "Uses Program PAY02", "Uses Program WS-PGM"],
        Programs.Fixed("CANCEL 'PAY01' 'PAY02', WS-PGM OF GRP", "MOVE A TO B.").References.Select(reference => reference.Said()));

    [Theory]
    [InlineData("INQUIRE TASK(N) TRANSACTION(X)")]
    [InlineData("INQUIRE PROGRAM(X) NEXT")]
    [InlineData("ASSIGN PROGRAM(X)")]
    public void Name_that_a_command_asks_for_is_none(string command) =>
        Assert.Empty(Programs.Fixed($"EXEC CICS {command} END-EXEC").References);

    [Theory]
    [InlineData("AUTHOR. CALL CENTRE COPY DESK.", "    COPY OLD.")]
    [InlineData("REMARKS.", "    CALLS 'PAY01 AND WON'T STOP.", "    CALL 'PAY02'.")]
    [InlineData("SECURITY. OPEN TO ALL.", "", "    SELECT THE BEST.")]
    public void Comment_entry_is_prose_up_to_the_next_line_that_begins_in_area_A(params string[] entry)
    {
        var read = Programs.Fixed(["PROGRAM-ID. PAY.", .. entry, "PROCEDURE DIVISION.", "    CALL 'REAL'."]);

        Assert.Equal(["Calls Program REAL"], read.References.Select(reference => reference.Said()));
        Assert.Empty(read.Diagnostics);
    }

    [Theory]
    [InlineData("SOURCE-COMPUTER. IBM-370.", "Calls Program B")]
    [InlineData("SOURCE-COMPUTER. IBM-370 WITH DEBUGGING MODE.", "Calls Program A, Calls Program B")]
    public void Debugging_line_is_a_comment_where_the_program_does_not_ask_for_it(string paragraph, string said)
    {
        var read = Programs.Fixed("PROGRAM-ID. PAY.", paragraph, "D    CALL 'A'.", "    CALL 'B'.");

        Assert.Equal(said, string.Join(", ", read.References.Select(reference => reference.Said())));
    }

    [Fact]
    public void Debugging_line_of_a_copybook_is_read_because_who_copies_it_may_ask_for_it() =>
        Assert.Equal("Calls Program A", Assert.Single(Programs.Fixed("D    CALL 'A'.").References).Said());

    [Theory]
    [InlineData("MOVE X'0D' TO A. CALL 'PAY01'.")]
    [InlineData("MOVE N'CALL' TO A. CALL 'PAY01'.")]
    [InlineData("MOVE 'it''s COPY X.' TO A. CALL 'PAY01'.")]
    [InlineData("MOVE \"it's\" TO A. CALL Z'PAY01'.")]
    public void Literal_of_any_type_is_one_word(string statement) =>
        Assert.Equal("Calls Program PAY01", Assert.Single(Programs.Fixed(statement).References).Said());

    [Theory]
    [InlineData("* >> this source was in FREE format once", "Calls Program PAY01")]
    [InlineData("* $SET SOURCEFORMAT FREE", "Calls Program PAY01")]
    [InlineData(">>SOURCE FORMAT IS FIXED", "Calls Program PAY01")]
    public void Comment_about_the_format_does_not_set_it(string first, string said) => Assert.Equal(said,
        Assert.Single(Programs.Read($"      {first}\n           CALL 'PAY01'.\n      * CALL 'OLD'.\n")
            .References).Said());

    [Fact]
    public void File_belongs_to_the_program_that_describes_it()
    {
        var read = Programs.Fixed(
            "PROGRAM-ID. OUTER.", "SELECT A ASSIGN DDA.", "SELECT B ASSIGN DDB.",
            "PROGRAM-ID. ONE.", "SELECT C ASSIGN DDC.", "END PROGRAM ONE.",
            "PROGRAM-ID. TWO.", "OPEN INPUT A.", "END PROGRAM TWO.", "END PROGRAM OUTER.");

        Assert.Equal(
            ["ONE Uses DdName DDC", "TWO Reads DdName DDA", "OUTER Uses DdName DDB"],
            read.References.Select(reference => $"{reference.From.Name} {reference.Said()}"));
    }

    [Fact]
    public void File_whose_name_is_in_an_item_is_unresolved()
    {
        var read = Programs.Fixed("SELECT A ASSIGN USING WS-NAME.", "OPEN OUTPUT A.");

        var reference = Assert.Single(read.References);
        Assert.Equal(("Writes DdName WS-NAME", Certainty.Unresolved), (reference.Said(), reference.Certainty));
    }

    [Fact]
    public void Screen_is_a_map_of_a_map_set_and_without_one_both_have_one_name()
    {
        var read = Programs.Fixed("EXEC CICS SEND MAP('PAYMAP') MAPSET('PAYSET') END-EXEC", "EXEC CICS RECEIVE MAP('PAYM2') END-EXEC");

        Assert.Equal(
            ["Sends Mapset PAYSET", "Sends Map PAYSET.PAYMAP", "Receives Mapset PAYM2", "Receives Map PAYM2.PAYM2"],
            read.References.Select(reference => reference.Said()));
    }

    [Fact]
    public void Word_that_only_contains_COPY_copies_nothing()
    {
        var read = Programs.Fixed("INITIALIZE REQUEST-MSG-COPY REPLACING", "    NUMERIC BY ZERO.", "DISPLAY 'COPY PAYREC.'.");

        Assert.Empty(read.References);
    }

    [Fact]
    public void Comment_and_what_stands_beside_the_program_text_is_not_read()
    {
        var read = Programs.Read(
            "000100* COPY A.\n000200/ COPY B.\n000300     MOVE 1 TO X. *> COPY C.\n000400     CALL 'REAL'.                                               COPY D.\n");

        Assert.Equal(["Calls Program REAL"], read.References.Select(reference => reference.Said()));
    }

    [Theory]
    [InlineData("           CALL 'PA", "Y01'.", 53)]
    [InlineData("           MOVE 'X' TO A.                                      CALL 'PA", "Y01'.", 1)]
    public void Literal_goes_on_from_the_quote_of_its_continuation_line_with_the_blanks_up_to_column_72(string line, string next, int blanks)
    {
        var read = Programs.Read($"{line}\n      * a comment between them\n      -    '{next}");

        Assert.Equal($"Calls Program PA{new string(' ', blanks)}Y01", Assert.Single(read.References).Said());
        Assert.Empty(read.Diagnostics);
    }

    [Fact]
    public void Word_goes_on_with_the_first_character_of_its_continuation_line()
    {
        var read = Programs.Read("           COPY".PadRight(68) + "PAYR\n      -    EC.");

        Assert.Equal("Copies Copybook PAYREC", Assert.Single(read.References).Said());
    }

    [Fact]
    public void Reference_stands_at_the_line_and_column_of_the_name()
    {
        var read = Programs.Fixed("PROCEDURE DIVISION.", "    CALL", "       'PAY01'.");

        Assert.Equal(new Place(3, 16), Assert.Single(read.References).At);
        Assert.Equal("CALL 'PAY01'", Assert.Single(read.References).Text);
    }

    [Fact]
    public void Program_says_whose_references_these_are_and_a_nested_one_speaks_for_itself()
    {
        var read = Programs.Fixed(
            "IDENTIFICATION DIVISION.", "PROGRAM-ID. OUTER.", "PROCEDURE DIVISION.", "    CALL 'A'.",
            "IDENTIFICATION DIVISION.", "PROGRAM-ID. INNER.", "PROCEDURE DIVISION.", "    CALL 'B'.", "END PROGRAM INNER.", "END PROGRAM OUTER.",
            "IDENTIFICATION DIVISION.", "PROGRAM-ID. NEXT1.", "PROCEDURE DIVISION.", "    ENTRY 'ALIAS1'.", "    CALL 'C'.");

        Assert.Equal(["OUTER A", "INNER B", "NEXT1 C"], read.References.Select(reference => $"{reference.From.Name} {reference.To.Name}"));
        Assert.Equal(["OUTER", "INNER", "NEXT1", "ALIAS1"], read.Defines.Select(definition => definition.What.Name));
    }

    [Theory]
    [InlineData("SELECT PAY-FILE ASSIGN TO PAYIN.", "PAYIN")]
    [InlineData("SELECT PAY-FILE ASSIGN TO UT-S-PAYIN.", "PAYIN")]
    [InlineData("SELECT OPTIONAL PAY-FILE ASSIGN AS-PAYIN ORGANIZATION SEQUENTIAL.", "PAYIN")]
    [InlineData("SELECT PAY-FILE ASSIGN TO 'PAYIN'.", "PAYIN")]
    public void File_is_known_to_the_job_by_its_DD_name(string select, string dd)
    {
        var read = Programs.Fixed(select, "OPEN INPUT PAY-FILE.");

        Assert.Equal($"Reads DdName {dd}", Assert.Single(read.References).Said());
    }

    [Fact]
    public void Open_mode_says_what_is_done_to_each_file()
    {
        var read = Programs.Fixed(
            "SELECT A ASSIGN DDA.", "SELECT B ASSIGN DDB.", "SELECT C ASSIGN DDC.", "SELECT D ASSIGN DDD.", "SELECT E ASSIGN DDE.",
            "OPEN INPUT A WITH NO REWIND OUTPUT B I-O C EXTEND D DISPLAY 'E'.", "SORT W ON ASCENDING KEY K USING A GIVING B.");

        Assert.Equal(
            ["Reads DdName DDA", "Writes DdName DDB", "Updates DdName DDC", "Writes DdName DDD", "Reads DdName DDA", "Writes DdName DDB", "Uses DdName DDE"],
            read.References.Select(reference => reference.Said()));
    }

    [Theory]
    [InlineData("IDENTIFICATION DIVISION.\nPROGRAM-ID. FREE1.\nPROCEDURE DIVISION.\nCALL 'PAY01'\nGOBACK.\n")]
    [InlineData(">>SOURCE FORMAT IS FREE\nidentification division.\nprogram-id. free1.\n  call 'pay01' *> call 'other'\n")]
    public void Free_format_has_no_areas(string text)
    {
        var read = Programs.Read(text);

        Assert.Equal("Calls Program PAY01", Assert.Single(read.References).Said());
        Assert.Equal("FREE1", Assert.Single(read.Defines).What.Name);
    }

    [Theory]
    [InlineData("COPY .", "cobol.copy-without-name")]
    [InlineData("COPY PAYREC", "cobol.copy-without-period")]
    [InlineData("CALL 'PAY01.", "cobol.literal-not-closed")]
    [InlineData("EXEC CICS LINK PROGRAM('PAY01')", "cobol.exec-not-closed")]
    [InlineData("PROGRAM-ID. .", "cobol.program-without-name")]
    public void What_is_broken_is_said_with_its_line(string statement, string code)
    {
        var read = Programs.Fixed("PROCEDURE DIVISION.", statement, "CALL 'NEXT1'.");

        Assert.Contains(read.Diagnostics, diagnostic => diagnostic.Code == code && diagnostic.At.Line == 2);
    }

    [Fact]
    public void What_comes_after_something_broken_is_still_read()
    {
        var read = Programs.Fixed("COPY .", "CALL 'FIRST.", "CALL 'NEXT1'.");

        Assert.Contains("Calls Program NEXT1", read.References.Select(reference => reference.Said()));
    }
}
