using System.Text.Json.Nodes;


namespace Sluice.Ledger.Tests;

public sealed class CanonicalJsonTests
{
    // The property order is RFC 8785's own example (section 3.2.3).
    [Theory]
    [InlineData("""{ "b": [ true , null ], "a": -7 }""", """{"a":-7,"b":[true,null]}""")]
    [InlineData("""{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""", "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}")]
    [InlineData("""{"s":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"}""", """{"s":"€$\u000f\nA'B\"\\\\\"/"}""")]
    public void Equal_content_is_written_alike(string json, string canonical) =>
        Assert.Equal(canonical, CanonicalJson.Write(JsonNode.Parse(json)));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    public void Number_that_readers_may_disagree_on_is_refused(string number) =>
        Assert.Throws<FormatException>(() => CanonicalJson.Write(JsonNode.Parse(number)));

    // Not a theory: attributes cannot carry half a pair. The second would otherwise digest like two replacement characters.
    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        foreach (var text in (string[])["\ud800", "\ufffd\ud800"])
            Assert.Throws<FormatException>(() => CanonicalJson.Write(JsonValue.Create(text)));
    }
}
