namespace Sluice.Mainframe.Tests.Cobol;

/// <summary>Names that are known at run time only, and what the sources let them be.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("01 PGM PIC X(8) VALUE 'PAY01'.")]
    [InlineData("01 PGM PIC X(8).\n       PROCEDURE DIVISION.\n           MOVE 'PAY01' TO PGM.")]
    [InlineData("01 PGM PIC X(8).\n       01 OTHER PIC X(8) VALUE 'PAY01'.\n       PROCEDURE DIVISION.\n           MOVE OTHER TO X PGM OF Y.")]
    [InlineData("01 PGM PIC X(8).\n           88 IS-PAY VALUE 'PAY01'.\n       PROCEDURE DIVISION.\n           SET IS-PAY TO TRUE.")]
    [InlineData("01 PGM PIC X(8).\n       PROCEDURE DIVISION.\n           EVALUATE PGM WHEN 'PAY01' CONTINUE END-EVALUATE.")]
    [InlineData("01 PGM PIC X(8).\n       PROCEDURE DIVISION.\n           MOVE 'PAY01' TO X\n           MOVE FUNCTION TRIM(X) TO PGM.")]
    [InlineData("01 PIC X VALUE 'A'.\n       01 PGM PIC X(8).\n       PROCEDURE DIVISION.\n           SET PGM TO ENTRY 'PAY01'.")]
    public void Literal_that_flows_into_the_variable_is_a_candidate_with_the_way_it_took(string before)
    {
        var reference = Assert.Single(Linking.Of(("PAY.cbl", $"       PROGRAM-ID. PAY.\n       {before}\n           CALL PGM.\n")));

        Assert.Equal(("Calls Program PAY01", Certainty.Candidate), (reference.Said(), reference.Certainty));
        Assert.NotEmpty(reference.Chain);
        Assert.Contains("PAY01", reference.Chain[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MAP(M) MAPSET('PAYSET')", "Mapset PAYSET", "Map PAYSET.PAY01")]
    [InlineData("MAP(M) MAPSET(ONE)", "Mapset PAYSET", "Map PAYSET.PAY01")]
    [InlineData("MAP(M) MAPSET(TWO)", "Mapset PAYSET", "Mapset OTHERSET", "Map PAY01")]
    [InlineData("MAP('PAYMAP') MAPSET(M)", "Mapset PAY01")]
    [InlineData("MAP(M)", "Mapset PAY01")]
    public void Map_is_told_by_what_its_variable_holds(string options, params string[] said) => Assert.Equal(said,
        Linking.Of(("PAY.cbl", $"       PROGRAM-ID. PAY.\n       01 M PIC X(8) VALUE 'PAY01'.\n"
            + "       01 ONE PIC X(8) VALUE 'PAYSET'.\n       01 TWO PIC X(8) VALUE 'PAYSET'.\n           MOVE 'OTHERSET' TO TWO.\n"
            + $"           EXEC CICS SEND {options} END-EXEC.\n"))
            .Select(reference => reference.To.ToString()));

    [Fact]
    public void Condition_that_nobody_sets_is_no_candidate()
    {
        var reference = Assert.Single(Linking.Of((
            "PAY.cbl", "       PROGRAM-ID. PAY.\n       01 PGM PIC X(8).\n           88 IS-PAY VALUE 'PAY01'.\n           CALL PGM.\n")));

        Assert.Equal(("Calls Program PGM", Certainty.Unresolved), (reference.Said(), reference.Certainty));
        Assert.Contains("no literal", reference.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void EVALUATE_ends_with_its_sentence()
    {
        var reference = Assert.Single(Linking.Of((
            "PAY.cbl", "       PROGRAM-ID. PAY.\n           EVALUATE PGM WHEN 'PAY01' CONTINUE.\n           SEARCH T WHEN 'OTHER' = X CONTINUE.\n           CALL PGM.\n")));

        Assert.Equal("Calls Program PAY01", reference.Said());
    }

    [Fact]
    public void Value_of_a_copybook_is_followed_into_it_with_its_name_replaced()
    {
        var linked = Linking.Of(
            ("PAY.cbl", "       PROGRAM-ID. PAY.\n       COPY NAMES REPLACING ==:P:== BY ==WS==.\n           CALL WS-PGM.\n"),
            ("NAMES.cpy", "       01 :P:-PGM PIC X(8) VALUE 'PAY01'.\n"));

        var reference = Assert.Single(linked, reference => reference.Verb is Verb.Calls);
        Assert.Equal("Calls Program PAY01", reference.Said());
        Assert.Equal("NAMES.cpy", Assert.Single(reference.Chain).Member);
    }

    [Theory]
    [InlineData("COPY NAMES REPLACING NEXT-PGM BY 'PAY01'.", "       01 P PIC X(8).\n           MOVE NEXT-PGM TO P.\n", "PAY01")]
    [InlineData("COPY NAMES REPLACING 'OLD' BY 'PAY02'.", "       01 P PIC X(8) VALUE 'OLD'.\n", "PAY02")]
    [InlineData("COPY NAMES REPLACING LEADING ==X== BY ==P==.", "       01 X PIC X(8) VALUE 'PAY04'.\n", "PAY04")]
    [InlineData("COPY NAMES REPLACING TRAILING ==-A== BY ====.", "       01 P PIC X(8).\n           MOVE N-A TO P-A.\n       01 N PIC X(8) VALUE 'PAY05'.\n", "PAY05")]
    [InlineData("COPY NAMES REPLACING LEADING =='OLD'== BY =='NEW'==.", "       01 P PIC X(8) VALUE 'OLD'.\n", "OLD")]
    [InlineData("COPY NAMES REPLACING ==:P:== BY ==P==.", "       01 :P: PIC X(8) VALUE 'PAY03'.\n", "PAY03")]
    public void What_a_COPY_replaces_counts_in_values_too(string copy, string copybook, string program)
    {
        var linked = Linking.Of(("PAY.cbl", $"       PROGRAM-ID. PAY.\n       {copy}\n           CALL P.\n"), ("NAMES.cpy", copybook));

        Assert.Equal([program], linked.Where(reference => reference.Verb is Verb.Calls).Select(reference => reference.To.Name));
    }

    [Fact]
    public void Copybook_of_the_library_that_is_named_comes_first()
    {
        var linked = Linking.Of(
            ("a/NAMES.cpy", "       01 P PIC X(8) VALUE 'PAY01'.\n"), ("b/NAMES.cpy", "       01 P PIC X(8) VALUE 'PAY02'.\n"),
            ("PAY.cbl", "       PROGRAM-ID. PAY.\n       COPY NAMES OF B.\n           CALL P.\n"));

        Assert.Equal(["PAY02"], linked.Where(reference => reference.Verb is Verb.Calls).Select(reference => reference.To.Name));
    }

    [Fact]
    public void Copybook_that_copies_itself_ends()
    {
        var linked = Linking.Of(
            ("PAY.cbl", "       PROGRAM-ID. PAY.\n       COPY A.\n           CALL PGM.\n"), ("A.cpy", "       COPY B.\n"), ("B.cpy", "       COPY A.\n       COPY B.\n"));

        Assert.Equal(Certainty.Unresolved, Assert.Single(linked, reference => reference.Verb is Verb.Calls).Certainty);
    }
}
