using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Sluice.Kernel.Files;
using Sluice.Kernel.Http;
using Sluice.Kernel.Idempotency;
using Sluice.Kernel.Outcomes;

namespace Sluice.Changes.Evidence;

/// <summary>How evidence arrives: JSON for a link, multipart for a file, which is streamed and never held in memory.</summary>
internal static class EvidenceRoutes
{
    private const long Overhead = 64 * 1024;
    private const int LongestBoundary = 70; // RFC 2046, 5.1.1

    // Bytes that are no text must be refused, not replaced.
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/changes/{reference}/evidence", Post)
            .Accepts<AttachEvidence.Link>("application/json", "multipart/form-data")
            .Produces<EvidenceShown>(StatusCodes.Status201Created);
        ListEvidence.Map(api);
        FetchEvidence.Map(api);
    }

    private static async Task<IResult> Post(
        string reference, HttpContext http, AttachEvidence slice, FileStore files, IdempotentCall call, CancellationToken ct)
    {
        if (http.Request.HasFormContentType)
            return await File(reference, http, slice, files, call, ct);
        if (!http.Request.HasJsonContentType())
            return TypedResults.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType);
        return await http.Request.ReadBody<AttachEvidence.Link>(ct) is { } link
            ? (await slice.Handle(reference, link, ct)).ToCreated(Address)
            : TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> File(
        string reference, HttpContext http, AttachEvidence slice, FileStore files, IdempotentCall call, CancellationToken ct)
    {
        if (await slice.Refuse(reference, ct) is { } refused)
            return refused.ToProblem();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = FileStore.Largest + Overhead;

        if (Boundary(http.Request) is not { } boundary)
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
        string? kind = null, title = null;
        FileStore.Received? file = null;
        using var received = new Uploads();
        try
        {
            var reader = new MultipartReader(boundary, http.Request.Body);
            while (await reader.ReadNextSectionAsync(ct) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part))
                    continue;
                var name = HeaderUtilities.RemoveQuotes(part.Name).Value;
                if (part.FileName.HasValue || part.FileNameStar.HasValue)
                {
                    var outcome = await files.Receive(section.Body, ct);
                    if (outcome.Refusal is { } tooLarge)
                        return tooLarge.ToProblem();
                    received.Add(file = outcome.Value);
                }
                else if (name is "kind")
                    kind = await Text(section, ct);
                else if (name is "title")
                    title = await Text(section, ct);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
        }
        if (file is null)
        {
            Refusal missing = Reason.Invalid("file.missing", "Send the file in a part named \"file\".", "/file");
            return missing.ToProblem();
        }

        call.Sent(Encoding.UTF8.GetBytes($"{kind}\n{title}\n{file.Sha256}"));
        var described = new AttachEvidence.Described(Wire.Parse<Handover.EvidenceKind>(kind), title);
        return (await slice.Handle(reference, described, file, ct)).ToCreated(Address);
    }

    private static string Address(EvidenceShown evidence) => $"/evidence/{evidence.Sha256}";

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary
            : null;

    /// <returns>Bytes that are no text become half a surrogate pair, which the rules refuse where it stands.</returns>
    private static async Task<string> Text(MultipartSection section, CancellationToken ct)
    {
        // One character more than a title may have tells that it is too long; the rest need not be read.
        var buffer = new char[Input.LongestTitle + 1];
        using var text = new StreamReader(section.Body, Strict, detectEncodingFromByteOrderMarks: false);
        try
        {
            return new(buffer, 0, await text.ReadBlockAsync(buffer, ct));
        }
        catch (DecoderFallbackException)
        {
            return "\ud800";
        }
    }

    /// <summary>What was sent and not kept goes when the call ends, however it ends.</summary>
    private sealed class Uploads : List<FileStore.Received>, IDisposable
    {
        public void Dispose() => ForEach(file => file.Dispose());
    }
}
