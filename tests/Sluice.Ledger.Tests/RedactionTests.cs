namespace Sluice.Ledger.Tests;

public sealed class RedactionTests
{
    [Fact]
    public void Redacted_history_verifies_and_says_which_texts_are_gone()
    {
        var verification = Verification.Of(History.OfOneChange().Redacted(3).File);

        Assert.Empty(verification.Faults);
        Assert.Equal([3L], verification.Records[0].Redacted);
    }

    [Fact]
    public void Text_that_is_missing_without_a_redaction_is_found() =>
        Assert.Equal([(3L, "text.missing")], History.OfOneChange().WithoutTexts(3).Found());

    [Fact]
    public void Redaction_of_one_entry_does_not_excuse_another() =>
        Assert.Equal([(4L, "text.missing")], History.OfOneChange().Redacted(3).WithoutTexts(4).Found());

    [Fact]
    public void Redaction_by_one_person_alone_is_none() =>
        Assert.Equal([(3L, "text.missing")], History.OfOneChange().Redacted(3, "admin", "admin").Found());

    [Fact]
    public void Redaction_that_nobody_asked_for_is_none() =>
        Assert.Equal(
            [(3L, "text.missing")],
            History.OfOneChange().Act("history.redacted", new { redacts = 3, askedBy = "nobody" }).WithoutTexts(3).Found());

    [Fact]
    public void Redaction_does_not_reach_forward() =>
        Assert.Equal(
            [(5L, "text.missing"), (6L, "text.missing")], History.OfOneChange().Redacted(6).WithoutTexts(5).Found().Order());

    [Fact]
    public void Redaction_put_into_the_file_by_hand_breaks_the_chain()
    {
        var history = History.OfOneChange();
        var forged = History.OfOneChange().Redacted(3);
        history.WithoutTexts(3).Entries.AddRange(forged.Entries[4..]);

        Assert.Contains((5L, "chain.broken"), history.Found());
    }

    [Fact]
    public void Texts_swapped_between_entries_are_found()
    {
        var history = new History()
            .Act("commented", new { text = new FreeText("yes") }).Act("commented", new { text = new FreeText("no") });
        var (yes, no) = (history.Entries[0].Texts, history.Entries[1].Texts);
        history.Altered(1, entry => entry with { Texts = no }).Altered(2, entry => entry with { Texts = yes });

        Assert.Equal([(1L, "text.altered"), (2L, "text.altered")], history.Found());
    }

    [Fact]
    public void Texts_swapped_within_an_entry_are_found()
    {
        var history = new History().Act("drafted", new { a = new FreeText("yes"), b = new FreeText("no") });
        history.Altered(1, entry => entry with
        {
            Texts = [entry.Texts[0] with { Pointer = "/b" }, entry.Texts[1] with { Pointer = "/a" }],
        });

        Assert.Equal([(1L, "text.altered"), (1L, "text.altered")], history.Found());
    }

    [Fact]
    public void Text_given_twice_or_to_no_place_is_found()
    {
        Assert.Equal([(3L, "text.unexpected")], Reworked(texts => [.. texts, .. texts]));
        Assert.Equal([(3L, "text.unexpected")], Reworked(texts => [.. texts, texts[0] with { Pointer = "/texts" }]));
        Assert.Equal([(3L, "text.altered")], Reworked(texts => [texts[0] with { Salt = "" }]));

        static IEnumerable<(long, string)> Reworked(Func<IReadOnlyList<KeptText>, IReadOnlyList<KeptText>> rework) =>
            History.OfOneChange().Altered(3, entry => entry with { Texts = rework(entry.Texts) }).Found();
    }
}
