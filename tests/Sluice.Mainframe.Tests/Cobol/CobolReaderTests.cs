namespace Sluice.Mainframe.Tests.Cobol;

public sealed class CobolReaderTests
{
    [Theory]
    [InlineData("COPY PAYREC.", "Copies Copybook PAYREC")]
    [InlineData("COPY 'payrec'.", "Copies Copybook PAYREC")]
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
    public void Statement_names_what_it_says(string statement, string said)
    {
        var read = Programs.Fixed(statement);

        var reference = Assert.Single(read.References);
        Assert.Equal((said, Certainty.Certain), (reference.Said(), reference.Certainty));
        Assert.Equal(statement.TrimEnd('.').Replace(" END-EXEC", "", StringComparison.Ordinal), reference.Text.TrimEnd('.').Replace(" END-EXEC", "", StringComparison.Ordinal));
        Assert.Empty(read.Diagnostics);
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

    [Fact]
    public void Literal_goes_on_from_the_quote_of_its_continuation_line()
    {
        var read = Programs.Read("           CALL 'PA" + new string(' ', 0) + "\n      -    'Y01'.");

        var reference = Assert.Single(read.References);
        // Blanks up to column 72 are part of a literal that is continued.
        Assert.StartsWith("Calls Program PA", reference.Said(), StringComparison.Ordinal);
        Assert.EndsWith("Y01", reference.Said(), StringComparison.Ordinal);
        Assert.Empty(read.Diagnostics);
    }

    [Fact]
    public void Word_goes_on_with_the_first_character_of_its_continuation_line()
    {
        var first = "           COPY PAY".PadRight(71) + "R";
        var read = Programs.Read("           COPY".PadRight(68) + "PAYR\n      -    EC.");

        Assert.Equal("Copies Copybook PAYREC", Assert.Single(read.References).Said());
        Assert.Equal(72, first.Length);
    }

    [Fact]
    public void Reference_stands_at_the_line_and_column_of_the_name()
    {
        var read = Programs.Fixed("PROCEDURE DIVISION.", "    CALL", "       'PAY01'.");

        Assert.Equal(new Place(3, 15), Assert.Single(read.References).At);
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
