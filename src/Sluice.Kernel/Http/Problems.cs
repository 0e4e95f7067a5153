using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Kernel.Outcomes;

namespace Sluice.Kernel.Http;

/// <summary>The one place where a refusal becomes RFC 9457 problem details.</summary>
public static class Problems
{
    public static int Status(this Refusal refusal) => (int)refusal.Reasons[0].Kind;

    public static ProblemHttpResult ToProblem(this Refusal refusal) => TypedResults.Problem(
        statusCode: refusal.Status(),
        type: $"urn:sluice:{refusal.Reasons[0].Code}",
        detail: refusal.Reasons[0].Detail,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = refusal.Reasons[0].Code,
            ["reasons"] = refusal.Reasons,
        });

    /// <summary>Refusals the framework makes by itself (unreadable body, no token) carry a code too.</summary>
    internal static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions.TryAdd("code", context.ProblemDetails.Status switch
            {
                StatusCodes.Status400BadRequest => "request.malformed",
                StatusCodes.Status401Unauthorized => "sign-in.required",
                StatusCodes.Status403Forbidden => "request.forbidden",
                StatusCodes.Status404NotFound => "request.no-such-address",
                StatusCodes.Status405MethodNotAllowed => "request.method-not-allowed",
                StatusCodes.Status413PayloadTooLarge => "request.too-large",
                StatusCodes.Status415UnsupportedMediaType => "request.media-type",
                StatusCodes.Status429TooManyRequests => "request.too-many",
                >= 500 => "server.failed",
                _ => "request.refused",
            }))
        // Development would throw instead, and every malformed body would read like a server fault.
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
}
