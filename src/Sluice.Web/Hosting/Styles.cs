using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Sluice.Web.Hosting;

/// <summary>The stylesheet, the scripts and the icon: kept by browsers for good under the address that carries their version.</summary>
internal static class Styles
{
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    /// <summary>Never what carries a secret, unless it says that it may be: the length of a compressed page would tell of it.</summary>
    public static void AddStyleCompression(this IServiceCollection services) => services.AddResponseCompression(compression =>
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = ["text/css", "text/javascript", "image/svg+xml"];
    })
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal)
        .AddSingleton<IResponseCompressionProvider, CompressWhatMayBe>();

    public static void UseStyles(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? ForGood : AskAgain,
        });
    }
}
