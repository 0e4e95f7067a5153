using Sluice.Kernel.Http;

namespace Sluice.Kernel.Tests.Http;

public sealed class PageTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData(1, true)]
    [InlineData(200, true)]
    [InlineData(0, false)]
    [InlineData(201, false)]
    [InlineData(-1, false)]
    public void Page_holds_one_to_two_hundred_rows(int? limit, bool isRight) => Assert.Equal(isRight, !Paging.Limit(limit).Any());

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, "after 2")]
    public void Row_beyond_the_page_says_that_there_is_a_next_one(int rows, string? next)
    {
        var page = Enumerable.Range(1, rows).ToList().ToPage(2, last => $"after {last}");

        Assert.Equal(Enumerable.Range(1, Math.Min(rows, 2)), page.Items);
        Assert.Equal(next, page.NextLink);
    }
}
