using System.Buffers.Text;
using System.Text;
using Sluice.Kernel.Http;

namespace Sluice.Kernel.Tests.Http;

public sealed class CursorTests
{
    private static readonly string List = Cursor.ListOf("people", "name");

    [Fact]
    public void Place_comes_back_as_it_was_given()
    {
        var cursor = new Cursor(List, "ä\"\\ 😀", 42);

        Assert.Equal((cursor, null), Cursor.Read(cursor.ToString(), List));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_place_is_the_first_page(string? after) => Assert.Equal((null, null), Cursor.Read(after, List));

    [Theory]
    [InlineData("x")]
    [InlineData("not base64 at all")]
    [InlineData("💣")]
    [InlineData("bnVsbA")] // null
    [InlineData("W10")] // []
    [InlineData("e30")] // {}
    [InlineData("eyJMaXN0IjoieCJ9")] // another list
    public void What_is_no_place_is_refused(string after) => Assert.Equal((null, Cursor.Unreadable), Cursor.Read(after, List));

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("\\ud800")]
    public void Text_that_no_database_can_hold_is_refused(string value)
    {
        var forged = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"List":"{{List}}","Value":"{{value}}","Tie":1}"""));

        Assert.Equal((null, Cursor.Unreadable), Cursor.Read(forged, List));
    }

    [Fact]
    public void Place_in_a_list_with_other_filters_is_refused()
    {
        var place = new Cursor(Cursor.ListOf("people", "a", "b"), null, 1).ToString();

        foreach (var other in (string[])[Cursor.ListOf("people", "ab"), Cursor.ListOf("people", "a", "b", null), Cursor.ListOf("people", "b", "a")])
            Assert.Equal(Cursor.Unreadable, Cursor.Read(place, other).Reason);
    }

    [Fact]
    public void Moment_is_read_back_to_the_tick()
    {
        var moment = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);

        Assert.Equal(moment, new Cursor(List, moment.ToString("O"), 1).Moment);
        Assert.Null(new Cursor(List, "nonsense", 1).Moment);
        Assert.Null(new Cursor(List, null, 1).Moment);
    }
}
