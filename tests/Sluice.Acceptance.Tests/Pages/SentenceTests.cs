using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sluice.Web.Words;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Whole sentences with values in their holes, whatever the order in which a language says them.</summary>
public sealed class SentenceTests
{
    [Fact]
    public void Values_stand_where_the_sentence_has_its_holes() =>
        Assert.Equal("of 7, 3 are done", Sentence.Of("of {1}, {0} are done", 3, 7));

    [Theory]
    [InlineData(0, "0 rows of CHG-1")]
    [InlineData(1, "1 row of CHG-1")]
    [InlineData(2, "2 rows of CHG-1")]
    public void Number_chooses_the_sentence(int number, string said) =>
        Assert.Equal(said, Sentence.Count(number, "{0} row of {1}", "{0} rows of {1}", "CHG-1"));

    [Fact]
    public void Markup_stands_in_the_holes_and_words_are_text()
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture);

        Sentence.With("<b> {1} & {0}, {1}.", _ => new HtmlString("<a>there</a>"), _ => new HtmlString("<i>now</i>")).WriteTo(page, HtmlEncoder.Default);

        Assert.Equal("&lt;b&gt; <i>now</i> &amp; <a>there</a>, <i>now</i>.", page.ToString());
    }
}
