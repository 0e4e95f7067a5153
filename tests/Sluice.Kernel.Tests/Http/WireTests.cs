using System.Globalization;
using System.Text;
using System.Text.Json;
using Sluice.Kernel.Http;
using Sluice.Kernel.People;

namespace Sluice.Kernel.Tests.Http;

public sealed class WireTests
{
    private enum Colour { Red, DarkBlue }

    private sealed record Painted(Colour Colour, string Title, ApiTokenId Id, Account? By = null, IReadOnlyList<string>? Words = null);

    private static readonly JsonSerializerOptions InSmallSegments = new(Wire.Json) { DefaultBufferSize = 16 };
    private static readonly ApiTokenId Id = new(Guid.Parse("0195a0c4-0000-7000-8000-000000000001"));

    [Fact]
    public void Names_are_in_kebab_case_everywhere()
    {
        Assert.Equal("dark-blue", Wire.Name(Colour.DarkBlue));
        Assert.Equal("Dark blue", Wire.Words(Colour.DarkBlue));
        Assert.Equal("\"dark-blue\"", JsonSerializer.Serialize(Colour.DarkBlue, Wire.Json));
        Assert.Equal(Colour.DarkBlue, Wire.Parse<Colour>("dark-blue"));
    }

    [Theory]
    [InlineData("DarkBlue")]
    [InlineData("Dark-Blue")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("red,dark-blue")]
    public void Any_other_spelling_is_no_name(string? name) => Assert.Null(Wire.Parse<Colour>(name));

    [Fact]
    public void Typed_id_and_account_are_bare_values()
    {
        var json = JsonSerializer.Serialize(new Painted(Colour.Red, "t", Id, new("qa")), Wire.Json);

        Assert.Equal("""{"colour":"red","title":"t","id":"0195a0c4-0000-7000-8000-000000000001","by":"qa","words":null}""", json);
        Assert.Equal(new(Colour.Red, "t", Id, new("qa")), JsonSerializer.Deserialize<Painted>(json, Wire.Json));
    }

    [Theory]
    [InlineData("""{"title":"t","id":"0195a0c4-0000-7000-8000-000000000001"}""")] // not Red just because Red comes first
    [InlineData("""{"colour":"red","id":"0195a0c4-0000-7000-8000-000000000001"}""")]
    [InlineData("""{"colour":"red","title":null,"id":"0195a0c4-0000-7000-8000-000000000001"}""")]
    [InlineData("""{"colour":1,"title":"t","id":"0195a0c4-0000-7000-8000-000000000001"}""")]
    [InlineData("""{"colour":"crimson","title":"t","id":"0195a0c4-0000-7000-8000-000000000001"}""")]
    [InlineData("""{"colour":"red","title":"t","id":"not an id"}""")]
    [InlineData("""{"colour":"red","title":"t","id":{"value":"0195a0c4-0000-7000-8000-000000000001"}}""")]
    public void Body_that_says_too_little_or_the_wrong_thing_is_not_read(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Painted>(json, Wire.Json));

    [Theory]
    [InlineData("2026-12-01T20:00:00", "2026-12-01T20:00:00Z")]
    [InlineData("2026-12-01", "2026-12-01T00:00:00Z")]
    [InlineData("2026-12-01T20:00:00Z", "2026-12-01T20:00:00Z")]
    [InlineData("2026-12-01T20:00:00+02:00", "2026-12-01T18:00:00Z")]
    public void Time_without_an_offset_is_utc_wherever_the_server_stands(string said, string meant)
    {
        Environment.SetEnvironmentVariable("TZ", "Pacific/Auckland");
        TimeZoneInfo.ClearCachedData();
        try
        {
            Assert.NotEqual(TimeSpan.Zero, TimeZoneInfo.Local.BaseUtcOffset);
            Assert.Equal(
                DateTimeOffset.Parse(meant, CultureInfo.InvariantCulture),
                JsonSerializer.Deserialize<DateTimeOffset?>($"\"{said}\"", Wire.Json));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", null);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"\"")]
    [InlineData("\"2026-13-01T00:00:00\"")]
    [InlineData("1764619200")]
    [InlineData("{}")]
    public void What_is_no_time_is_not_read(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>(json, Wire.Json));

    [Fact]
    public void Half_a_surrogate_pair_gets_through_to_the_rules_as_it_is()
    {
        foreach (var (escaped, text) in ((string, string)[])
                 [
                     (@"a\ud800b", "a\ud800b"), (@"\udc00", "\udc00"), (@"\ud83d\ude00", "😀"), (@"\""\\\/\b\f\n\r\t\ud800", "\"\\/\b\f\n\r\t\ud800"),
                     (@"$1 .* \ud800", "$1 .* \ud800"), (@"ä€\ud800", "ä€\ud800"),
                 ])
            Assert.Equal(text, JsonSerializer.Deserialize<string>($"\"{escaped}\"", Wire.Json));
    }

    [Fact]
    public void Bytes_that_are_no_text_do_not_get_through()
    {
        foreach (var bytes in (byte[][])[[0xff], [0xed, 0xa0, 0x80], [0xc0, 0x80]])
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<string>([(byte)'"', .. bytes, (byte)'"'], Wire.Json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<string>([.. "\"\\ud800"u8, 0xff, .. "\""u8], Wire.Json));
    }

    [Fact]
    public void Text_in_several_segments_is_read_like_text_in_one()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"\"{new string('x', 40_000)}\\ud800\""));

        Assert.Equal(new string('x', 40_000) + "\ud800", JsonSerializer.Deserialize<string>(stream, InSmallSegments));
    }
}
