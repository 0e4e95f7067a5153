using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Files;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Changes.Evidence;

/// <summary>GET /api/v1/evidence/{sha256}: the bytes, after checking that they still are what was uploaded.</summary>
/// <remarks>Always as an attachment and never sniffed: what people upload must not run in anybody's browser.</remarks>
public sealed class FetchEvidence(FileStore files)
{
    private static readonly Refusal Unknown = new Reason(ReasonKind.Unknown, "evidence.unknown", "There is no such evidence.");

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/evidence/{sha256}",
        (string sha256, HttpContext http, FetchEvidence slice, CancellationToken ct) => slice.Handle(sha256, http, ct));

    public async Task<IResult> Handle(string sha256, HttpContext http, CancellationToken ct)
    {
        FileStream? file;
        try
        {
            file = Input.Sha256("/sha256", sha256).Any() ? null : await files.Open(sha256, ct);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return Damaged();
        }
        if (file is null)
            return Unknown.ToProblem();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.Stream(file, "application/octet-stream", sha256);
    }

    /// <summary>The caller can do nothing about it, so it is the server's failure; but one that says which.</summary>
    private static ProblemHttpResult Damaged() => TypedResults.Problem(
        statusCode: StatusCodes.Status500InternalServerError, type: "urn:sluice:evidence.damaged",
        detail: "What is kept is not what was uploaded, or it is gone.",
        extensions: new Dictionary<string, object?> { ["code"] = "evidence.damaged" });
}
