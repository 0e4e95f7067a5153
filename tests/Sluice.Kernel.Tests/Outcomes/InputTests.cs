using Sluice.Kernel.Outcomes;

namespace Sluice.Kernel.Tests.Outcomes;

public sealed class InputTests
{
    [Fact]
    public void Text_is_refused_for_every_reason_at_once()
    {
        Assert.Equal(["text.too-long", "text.null-character", "text.half-character"], Codes(Input.Text("/x", "ab\0\ud800", 3)));
        Assert.Equal(["text.missing"], Codes(Input.Text("/x", " \t\n\u00a0", 10, required: true)));
        Assert.Equal(["text.missing"], Codes(Input.Text("/x", null, 10, required: true)));
        Assert.All(Input.Text("/x", "ab\0\ud800", 3), reason => Assert.Equal(("/x", ReasonKind.Invalid), (reason.Pointer, reason.Kind)));
    }

    [Fact]
    public void Text_in_any_script_is_fine_and_so_is_none_where_none_is_needed()
    {
        foreach (var text in (string?[])[null, "", "😀", "\ud83d\ude00", "שלום", "a\u0301", "\ufffd", "\u200b", "<script>"])
            Assert.Empty(Input.Text("/x", text, 10));
        Assert.Empty(Input.Text("/x", new string('x', 10), 10));
        Assert.Equal(["text.too-long"], Codes(Input.Text("/x", new string('x', 11), 10)));
    }

    [Fact]
    public void Half_characters_are_found_wherever_they_stand()
    {
        foreach (var text in (string[])["\ud83d", "\ude00", "a\ud83d", "\ud83db", "\ude00\ud83d", "😀\ud83d", "\ud83d😀"])
            Assert.Equal(["text.half-character"], Codes(Input.Text("/x", text, 10)));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("payments-api", true)]
    [InlineData("A.b_c-9", true)]
    [InlineData("9", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("-a", false)]
    [InlineData(".a", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("a\n", false)]
    [InlineData("ä", false)]
    [InlineData("a\0", false)]
    [InlineData("../a", false)]
    public void Key_can_stand_in_an_address(string? key, bool isOne)
    {
        Assert.Equal(isOne, Input.IsKey(key));
        Assert.Equal(isOne ? [] : ["key.malformed"], Codes(Input.Key("/key", key)));
    }

    [Fact]
    public void Key_has_64_characters_at_most()
    {
        Assert.True(Input.IsKey(new string('k', 64)));
        Assert.False(Input.IsKey(new string('k', 65)));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true)]
    [InlineData("0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde", false)]
    [InlineData("g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("sha256:89abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123", false)]
    [InlineData(null, false)]
    public void Sha256_is_written_in_one_way(string? text, bool isOne) =>
        Assert.Equal(isOne ? [] : ["sha256.malformed"], Codes(Input.Sha256("/sha256", text)));

    [Fact]
    public void List_tells_each_item_apart()
    {
        var reasons = Input.List("/names", (string[])["ok", null!, "bad"], (at, name) =>
            name == "bad" ? [Reason.Invalid("name.bad", "Bad.", at)] : []).ToList();

        Assert.Equal([("/names/1", "item.missing"), ("/names/2", "name.bad")], reasons.Select(reason => (reason.Pointer, reason.Code)));
        Assert.Empty(Input.List<string>("/names", null, (_, _) => throw new InvalidOperationException("Not asked.")));
        Assert.Equal(["list.too-long"], Codes(Input.List("/names", Enumerable.Repeat("x", Input.MostItems + 1).ToList(), (_, _) => [])));
    }

    [Fact]
    public void Interval_ends_after_it_begins_in_whatever_zone_it_is_written()
    {
        var noon = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

        Assert.Empty(Input.Interval(noon, noon.AddTicks(1)));
        Assert.Equal(["interval.empty"], Codes(Input.Interval(noon, noon)));
        Assert.Equal(["interval.empty"], Codes(Input.Interval(noon, noon.ToOffset(TimeSpan.FromHours(5)))));
        Assert.Equal(["interval.empty"], Codes(Input.Interval(noon, noon.AddTicks(-1))));
        Assert.Empty(Input.Interval(noon, null));
        Assert.Empty(Input.Interval(null, noon));
    }

    private static IEnumerable<string> Codes(IEnumerable<Reason> reasons) => reasons.Select(reason => reason.Code);
}
