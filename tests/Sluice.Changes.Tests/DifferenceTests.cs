using System.Text.Json.Nodes;

namespace Sluice.Changes.Tests;

public sealed class DifferenceTests
{
    [Fact]
    public void Only_what_differs_is_told()
    {
        var altered = Between("""{"title":"a","kind":"normal"}""", """{"title":"b","kind":"normal"}""").Single();

        Assert.Equal(("/title", "a", "b"), (altered.Pointer, (string?)altered.Before, (string?)altered.After));
        Assert.Empty(Between("""{"title":"a","systems":["x"]}""", """{"systems":["x"],"title":"a"}"""));
    }

    [Fact]
    public void Lists_tell_what_came_and_what_went()
    {
        var altered = Between("""{"systems":["a","b"]}""", """{"systems":["b","c"]}""").Single();

        Assert.Equal(["c"], altered.Added!.Select(item => (string?)item));
        Assert.Equal(["a"], altered.Removed!.Select(item => (string?)item));
    }

    [Fact]
    public void Altered_item_of_a_list_is_one_that_went_and_one_that_came()
    {
        var altered = Between(
            """{"artefacts":[{"name":"X","sha256":"1"},{"name":"Y","sha256":"1"}]}""",
            """{"artefacts":[{"name":"X","sha256":"2"},{"name":"Y","sha256":"1"}]}""").Single();

        Assert.Equal("2", (string?)altered.Added!.Single()!["sha256"]);
        Assert.Equal("1", (string?)altered.Removed!.Single()!["sha256"]);
    }

    [Fact]
    public void Text_that_has_been_redacted_still_shows_that_it_was_another()
    {
        var altered = Between("""{"title":{"hash":"1"}}""", """{"title":"b"}""").Single();

        Assert.Equal("/title", altered.Pointer);
    }

    private static IEnumerable<ShowDifference.Altered> Between(string before, string after) =>
        ShowDifference.Between(JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject());
}
