using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Sluice.Web.Words;

/// <summary>An entry of the words with values in its holes: "{0} of {1} done".</summary>
/// <remarks>One entry is one whole sentence, so that another language may say it in another order.</remarks>
public static partial class Sentence
{
    public static string Of(string words, params object?[] values) => string.Format(CultureInfo.CurrentCulture, words, values);

    /// <summary>Chooses by number; it fills the first hole.</summary>
    public static string Count(int number, string one, string many, params object?[] further) =>
        Of(number == 1 ? one : many, [number, .. further]);

    /// <summary>With markup in its holes: <c>@Sentence.With(ChangeWords.MovedTo, @&lt;a href="…"&gt;@reference&lt;/a&gt;)</c>.</summary>
    public static IHtmlContent With(string words, params Func<object?, IHtmlContent>[] holes) => new Filled(words, holes);

    private sealed class Filled(string words, Func<object?, IHtmlContent>[] holes) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var written = 0;
            foreach (Match hole in Hole().Matches(words))
            {
                encoder.Encode(writer, words[written..hole.Index]);
                holes[int.Parse(hole.Groups[1].ValueSpan, CultureInfo.InvariantCulture)](null).WriteTo(writer, encoder);
                written = hole.Index + hole.Length;
            }
            encoder.Encode(writer, words[written..]);
        }
    }

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Hole();
}
