using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Sluice.Kernel.Http;

public static class Body
{
    /// <summary>JSON is UTF-8 (RFC 8259, 8.1). Of other encodings the framework knows some, and fails on the rest.</summary>
    public static Task RefuseOtherCharset(HttpContext http, RequestDelegate next)
    {
        var isJson = http.Request.HasJsonContentType() && http.Request.Path.StartsWithSegments("/api");
        if (isJson && MediaTypeHeaderValue.Parse(http.Request.ContentType).Charset is { HasValue: true } charset
            && !HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(http);
        return next(http);
    }

    /// <summary>For the few routes that look at the media type before they know what to read.</summary>
    /// <returns><see langword="null"/> when the body is not what it should be: 400.</returns>
    public static async Task<T?> ReadBody<T>(this HttpRequest request, CancellationToken ct) where T : class
    {
        try
        {
            return await request.ReadFromJsonAsync<T>(Wire.Json, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
