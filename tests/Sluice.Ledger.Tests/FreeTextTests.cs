using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Fluent;

namespace Sluice.Ledger.Tests;

public sealed class FreeTextTests
{
    [Fact]
    public void Separated_facts_hold_a_salted_hash_and_not_the_text()
    {
        var (facts, texts) = Separated(new { a = "clear", deep = new { list = new[] { new FreeText("secret") } } });

        Assert.DoesNotContain("secret", facts.ToJsonString());
        Assert.Equal("clear", (string?)facts["a"]);
        var text = Assert.Single(texts);
        Assert.Equal(("/deep/list/0", "secret"), (text.Pointer, text.Text));
        Assert.Equal(SaltedHash.Of(text.Salt, "secret"), (string?)facts["deep"]!["list"]![0]!["saltedSha256"]);
    }

    // Computed with: openssl mac -digest SHA256 -macopt hexkey:… HMAC
    [Fact]
    public void Salted_hash_is_what_the_documentation_says() =>
        Assert.Equal(
            "33d969905bf279ed8d8d809472604b4d1290666968907ab5cb910f5303292a65",
            SaltedHash.Of("000102030405060708090a0b0c0d0e0f", "Zürich €"));

    [Fact]
    public void Equal_texts_have_different_hashes()
    {
        var (facts, _) = Separated(new { a = new FreeText("same"), b = new FreeText("same") });

        Assert.NotEqual(facts["a"]!.ToJsonString(), facts["b"]!.ToJsonString());
    }

    [Fact]
    public void Text_that_was_not_given_is_null()
    {
        var (facts, texts) = Separated(new { none = (FreeText?)null, nothing = default(FreeText) });

        Assert.Equal("""{"none":null,"nothing":null}""", facts.ToJsonString());
        Assert.Empty(texts);
    }

    [Fact]
    public void Redacted_text_says_so()
    {
        var (facts, texts) = Separated(new { a = new FreeText("kept"), b = new FreeText("gone") });

        Assert.Equal("""{"a":"kept","b":{"redacted":true}}""", FreeTexts.Restore(facts, [texts[0]]).ToJsonString());
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_and_not_left_in_clear() =>
        Assert.ThrowsAny<ArgumentException>(() => Separated(new { a = new FreeText("secret \ud800") }));

    [Fact]
    public void Callers_data_cannot_pass_for_a_free_text()
    {
        var genuine = JsonSerializer.SerializeToNode(new FreeText("mine"))!.ToJsonString();
        foreach (var data in (string[])
            [
                """{"freeText":"x","seal":"y"}""", genuine.Replace("mine", "your", StringComparison.Ordinal),
                """{"saltedSha256":"00"}""", """{"_saltedSha256":{"saltedSha256":1}}""", """{"redacted":true}""",
            ])
        {
            var (facts, texts) = Separated(new { name = JsonNode.Parse(data) });

            Assert.Empty(texts);
            Assert.Empty(FreeTexts.Places(facts));
            Assert.Equal(data, FreeTexts.Restore(facts, texts)["name"]!.ToJsonString());
        }
    }

    [Fact]
    public void Facts_come_back_as_they_were_and_lead_to_their_texts() => Property.Holds(
        Prop.ForAll(Trees.Of(4).ToArbitrary(), tree =>
        {
            var (facts, texts) = Separated(tree);
            var places = FreeTexts.Places(facts).ToDictionary(place => place.Pointer, place => place.Hash);
            return JsonNode.DeepEquals(Trees.InClear(tree), FreeTexts.Restore(facts, texts))
                && places.Count == texts.Count
                && texts.All(text => places[text.Pointer] == SaltedHash.Of(text.Salt, text.Text))
                && texts.All(text => text.Text.Length < 3 || !facts.ToJsonString().Contains(text.Text, StringComparison.Ordinal));
        }));

    private static (JsonNode Facts, IReadOnlyList<KeptText> Texts) Separated(object? facts) =>
        FreeTexts.Separate(JsonSerializer.SerializeToNode(facts)!);
}
