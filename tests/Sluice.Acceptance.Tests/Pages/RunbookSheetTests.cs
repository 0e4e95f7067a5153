using Sluice.Web.Pages.Parts;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Runbooks as spreadsheets read and write them, and what is done to a draft by hand.</summary>
public sealed class RunbookSheetTests
{
    private static readonly RunbookDraft Empty = new([]);

    [Theory]
    [InlineData("plain")]
    [InlineData("with, comma; semicolon\tand tab")]
    [InlineData("\"quoted\" and a | bar")]
    [InlineData("two\nlines\r\nand three")]
    [InlineData(" spaces around ")]
    [InlineData("=HYPERLINK(\"http://example.test\")")]
    [InlineData("'=already guarded")]
    [InlineData("'plain apostrophe")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\uFEFFmark, \u202Egpj.exe\u202C and 田中さん 👩‍👩‍👧‍👦")]
    [InlineData("<script>alert(1)</script>")]
    public void What_is_written_reads_back_as_it_was(string title)
    {
        var draft = new RunbookDraft([Row(0, "a", title), Row(1, "b", "Second", dependsOn: "a")]);

        var read = RunbookSheet.Read(RunbookSheet.Write(draft), Empty);

        Assert.Empty(read.Wrong);
        Assert.Equal(draft.Rows.Select(row => string.Join('|', row.Cells)), read.Rows.Select(row => string.Join('|', row.Cells)));
    }

    [Fact]
    public void What_a_spreadsheet_would_reckon_is_written_as_text()
    {
        foreach (var title in (string[])["=1+1", "+1", "-1", "@x"])
            Assert.Contains($",'{title},", RunbookSheet.Write(new([Row(0, "a", title)])), StringComparison.Ordinal);
        // A spreadsheet skips a line break before it looks for a formula.
        Assert.Contains(",\"'\n=1\",", RunbookSheet.Write(new([Row(0, "a", "\n=1")])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Key\tTitle\tPhase\tMin\tDepends on\na\tFirst\tBack out\t5\tb, c")]
    [InlineData("KEY;TITLE;PHASE;MINUTES;DEPENDS-ON\r\na;First;backout;5;b c\r\n\r\n")]
    [InlineData("\uFEFFkey,title,phase,minutes,dependsOn\ra,First,back-out,5,\"b;c\"\r")]
    public void Columns_are_told_by_their_names_however_they_are_spelt_and_parted(string text)
    {
        var row = Assert.Single(RunbookSheet.Read(text, Empty).Rows);

        Assert.Equal(["a", "First", "back-out", "", "", "", "5", "b c", ""], row.Cells);
    }

    [Theory]
    [InlineData("key,title\na,First\r\nb,\"Second\nc,Third\nd,Fourth", 3)]
    [InlineData("key,title\na,\"two\nlines\"\nb,\"so \"\"far\"\"\n", 4)]
    [InlineData("\uFEFF\"key,title\ra,First", 1)]
    [InlineData("key,title\na,\"", 2)]
    public void Quote_that_is_never_closed_is_named_with_its_line_and_nothing_is_read(string text, int line)
    {
        var sheet = RunbookSheet.Read(text, Empty);

        var reason = Assert.Single(sheet.Wrong);
        Assert.Equal(("runbook.quote-open", true), (reason.Code, reason.Detail.Contains($"in line {line} ", StringComparison.Ordinal)));
        Assert.Empty(sheet.Rows);
    }

    [Fact]
    public void Step_without_a_key_gets_one_that_nobody_has()
    {
        var read = RunbookSheet.Read("title,key\nOne,\nTwo,step-1\nThree,", new([Row(0, "step-2", "Here")]));

        Assert.Equal(["step-3", "step-1", "step-4"], read.Rows.Select(row => row.Key));
    }

    [Fact]
    public void Rows_with_a_known_key_are_replaced_where_they_stand_and_the_rest_is_added()
    {
        var draft = new RunbookDraft([Row(4, "a", "A"), Row(7, "b", "B")]);

        var taken = draft.Take([Row(0, "c", "C"), Row(1, "a", "A again")], replace: false);

        Assert.Equal([(4, "a", "A again"), (7, "b", "B"), (8, "c", "C")], taken.Rows.Select(row => (row.Id, row.Key, row[StepField.Title])));
        Assert.Equal(["c", "a"], draft.Take([Row(0, "c", "C"), Row(1, "a", "A again")], replace: true).Rows.Select(row => row.Key));
    }

    [Fact]
    public void Free_key_counts_on_and_never_gets_too_long()
    {
        var draft = new RunbookDraft([Row(0, "copy", "A"), Row(1, "copy-2", "B"), Row(2, "implement-CHG-10", "C"), Row(3, new string('k', 64), "D")]);

        Assert.Equal("copy-3", draft.FreeKey("copy-2"));
        Assert.Equal("implement-CHG-10-2", draft.FreeKey("implement-CHG-10"));
        Assert.Equal("fresh", draft.FreeKey("fresh"));
        Assert.InRange(draft.FreeKey(new string('k', 64)).Length, 1, 64);
    }

    [Fact]
    public void Form_that_lies_about_its_rows_is_read_all_the_same()
    {
        var draft = RunbookDraft.Read(["1", "1", "x", "-5", "99999999999"], name => name == "title" ? ["One", null] : [], Empty);

        Assert.Equal(5, draft.Rows.Select(row => row.Id).Distinct().Count());
        Assert.Equal(["One", "", "", "", ""], draft.Rows.Select(row => row[StepField.Title]));
    }

    [Fact]
    public void Title_of_several_lines_that_nobody_touched_stays_as_it_was()
    {
        var began = new RunbookDraft([Row(0, "a", "one\ntwo"), Row(1, "b", "three\nfour")]);

        var read = RunbookDraft.Read(["0", "1"], name => name switch { "key" => ["a", "b"], "title" => ["onetwo", "five"], _ => [] }, began);

        Assert.Equal(["one\ntwo", "five"], read.Rows.Select(row => row[StepField.Title]));
    }

    private static StepRow Row(int id, string key, string title, string dependsOn = "") =>
        new(id, RunbookDraft.Cells(key, title, "prepare", "", "5", dependsOn));
}
