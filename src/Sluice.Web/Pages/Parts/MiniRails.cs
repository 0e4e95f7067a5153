using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Sluice.Web.Pages.Parts;

/// <summary>How far a change has come on both rails, for a row of a list; decorative, since both words stand beside it.</summary>
public static class MiniRails
{
    private const int Stops = 5;
    private const int Step = 11;

    // A list draws one in each row, and there are few different ones.
    private static readonly HtmlString[] All =
        [.. Enumerable.Range(0, (Stops + 1) * (Stops + 1)).Select(place => Draw((place / (Stops + 1)) - 1, (place % (Stops + 1)) - 1))];

    /// <param name="gate">The stop reached, from 0; -1 before the first.</param>
    /// <param name="channel">As <paramref name="gate"/>.</param>
    public static IHtmlContent At(int gate, int channel) => All[(Place(gate) * (Stops + 1)) + Place(channel)];

    private static int Place(int stop) => int.Clamp(stop, -1, Stops - 1) + 1;

    private static HtmlString Draw(int gate, int channel)
    {
        var drawn = new StringBuilder("""<svg class="mini-rails" viewBox="0 0 56 16" aria-hidden="true">""");
        for (var stop = 0; stop < Stops; stop++)
            drawn.Append(
                CultureInfo.InvariantCulture,
                $"""<rect x="{stop * Step}.5" y="1" width="10" height="5" class="{(stop <= gate ? "gate-on" : "off")}" />""")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"""<rect x="{stop * Step}.5" y="9" width="10" height="6" rx="3" class="{(stop <= channel ? "channel-on" : "off")}" />""");
        return new(drawn.Append("</svg>").ToString());
    }
}
