namespace Sluice.Mainframe.Tests.Cobol;

/// <summary>Text that is copied in, and words that others take the place of.</summary>
public sealed class CopyTests
{
    [Theory]
    [InlineData("REPLACE ==:TAG:== BY ==WS==.", "CALL :TAG:-PGM.", "WS-PGM")]
    [InlineData("REPLACE ==OLD-PGM== BY ==NEW-PGM==.", "CALL OLD-PGM.", "NEW-PGM")]
    [InlineData("REPLACE ==A== BY ==B==\n           ==OLD-PGM== BY ==NEW-PGM==.", "CALL OLD-PGM.", "NEW-PGM")]
    [InlineData("REPLACE ==OLD-PGM== BY =='PAY01'==.", "CALL OLD-PGM.", "PAY01")]
    [InlineData("REPLACE ==OLD-PGM== BY ==NEW-PGM==. REPLACE OFF.", "CALL OLD-PGM.", "OLD-PGM")]
    [InlineData("REPLACE ==CALL 'A'== BY ==CALL 'B'==.", "CALL OLD-PGM.", "OLD-PGM")]
    [InlineData("REPLACE LEADING ==OLD== BY ==NEW==.", "CALL old-PGM.", "NEW-PGM")]
    [InlineData("REPLACE LEADING ==OLD-PGM== BY ==NEW-PGM==.", "CALL OLD-PGM.", "NEW-PGM")]
    [InlineData("REPLACE TRAILING ==PGM== BY ==PROG==.", "CALL OLD-PGM.", "OLD-PROG")]
    [InlineData("REPLACE TRAILING ==-PGM== BY ====.", "CALL OLD-PGM.", "OLD")]
    [InlineData("REPLACE LEADING ==PGM== BY ==X== TRAILING ==OLD== BY ==X==.", "CALL OLD-PGM.", "OLD-PGM")]
    [InlineData("REPLACE LEADING ==OLD== BY ==NEW==.", "CALL 'OLDPGM'.", "OLDPGM")]
    [InlineData("REPLACE ==QUICKLY== BY ====.", "CALL QUICKLY OLD-PGM.", "OLD-PGM")]
    public void REPLACE_puts_words_in_the_place_of_others(string replace, string call, string program)
    {
        var read = Programs.Fixed(replace, call);

        Assert.Equal(program, Assert.Single(read.References).To.Name);
        Assert.Empty(read.Diagnostics);
    }

    [Fact]
    public void Text_that_is_copied_is_replaced_by_its_own_COPY_first_and_by_REPLACE_then()
    {
        var read = Programs.Fixed("REPLACE ==A== BY ==B==.", "COPY PAYREC REPLACING ==:P:== BY =='X'==.");

        Assert.Equal([new(":P:", "'X'"), new("A", "B")], Assert.Single(read.References).Replacing);
    }

    [Fact]
    public void Period_of_a_COPY_may_stand_anywhere()
    {
        var read = Programs.Fixed(
            "01  REC COPY A.", "01  REC2.", "    COPY B", "      REPLACING ==X.== BY ==Y.==", "    .", "COPY C . COPY D.", "FD F COPY E.");

        Assert.Equal(["A", "B", "C", "D", "E"], read.References.Select(reference => reference.To.Name));
        Assert.Empty(read.Diagnostics);
    }
}
