using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Sluice.Web.Hosting;

/// <summary>
/// A page of hundreds of rows that is sent compressed. Only for pages that show nothing of their address: whoever could choose part
/// of a page could learn the rest from its length (BREACH). What is posted is shown again, but to nobody without the form's token.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CompressedAttribute : Attribute;

/// <summary>Styles and scripts by their type; pages only where they say so.</summary>
internal sealed class CompressWhatMayBe(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    public override bool ShouldCompressResponse(HttpContext context) =>
        base.ShouldCompressResponse(context)
        || (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true
            && context.GetEndpoint()?.Metadata.GetMetadata<CompressedAttribute>() is not null);
}
