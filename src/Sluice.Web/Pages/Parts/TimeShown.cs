using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Sluice.Web.Pages.Parts;

/// <summary>A moment in the viewer's words, to the second for whoever hovers, and in UTC for programs.</summary>
internal sealed class TimeShown(DateTimeOffset moment, string exactly, string text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<time class=\"nowrap\" datetime=\"");
        writer.Write(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        writer.Write("\" title=\"");
        encoder.Encode(writer, exactly);
        writer.Write("\">");
        encoder.Encode(writer, text);
        writer.Write("</time>");
    }
}
