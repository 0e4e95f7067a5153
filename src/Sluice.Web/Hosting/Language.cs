using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Hosting;

/// <summary>Which words a request is answered in: those of its reader, as far as somebody has translated them.</summary>
internal static class Language
{
    /// <summary>Letters of every script stand in the page as they are; what HTML takes for markup does not.</summary>
    public static IServiceCollection AddLanguage(this IServiceCollection services) =>
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

    public static Task Choose(HttpContext context, RequestDelegate next)
    {
        // The API speaks to programs, in the words of its contract.
        if (!context.Request.Path.StartsWithSegments("/api"))
            CultureInfo.CurrentUICulture = context.RequestServices.GetRequiredService<Viewer>().Culture;
        return next(context);
    }
}
