using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Tests.Persistence;

public sealed class LikeTests
{
    [Theory]
    [InlineData("batch 00012345", "00012345")]
    [InlineData("payroll inc0012345 tonight", "inc0012345")]
    [InlineData("inc0012345", null)]
    [InlineData("quarter 3 of 2026", null)]
    [InlineData("raise the limit", null)]
    [InlineData("", null)]
    public void Word_with_a_number_stands_for_all_of_them(string text, string? word) => Assert.Equal(word, Like.NumberedWord(text));

    [Fact]
    public void Signs_of_a_pattern_mean_themselves() => Assert.Equal(@"%100\% of a\_b\\%", Like.Containing(@"100% of a_b\"));
}
