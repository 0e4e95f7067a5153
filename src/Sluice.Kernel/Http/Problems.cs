using System.Text.Json;
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
        type: Type(refusal.Reasons[0]),
        detail: refusal.Reasons[0].Detail,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = refusal.Reasons[0].Code,
            ["reasons"] = refusal.Reasons,
        });

    /// <summary>Refusals the framework makes by itself (unreadable body, no token, no such address) say why as well.</summary>
    internal static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddProblemDetails(options => options.CustomizeProblemDetails = Complete)
        .AddSingleton<IProblemDetailsWriter, ProblemsForPrograms>()
        // Thrown, so that what could not be read, and where, gets as far as here.
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey("code"))
            return;
        var reason = ReasonFor(problem.Status ?? context.HttpContext.Response.StatusCode, context.Exception);
        (problem.Type, problem.Detail) = (Type(reason), reason.Detail);
        problem.Extensions["code"] = reason.Code;
        problem.Extensions["reasons"] = (Reason[])[reason];
    }

    private static Reason ReasonFor(int status, Exception? failure)
    {
        var (code, detail) = status switch
        {
            StatusCodes.Status400BadRequest => ("request.malformed", "The request cannot be read."),
            StatusCodes.Status401Unauthorized => ("sign-in.required", "Sign in first: Authorization: Bearer and a token."),
            StatusCodes.Status403Forbidden => ("request.forbidden", "This is not for you."),
            StatusCodes.Status404NotFound => ("request.no-such-address", "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed => ("request.method-not-allowed", "This address does not take that method."),
            StatusCodes.Status413PayloadTooLarge => ("request.too-large", "The request is too large."),
            StatusCodes.Status415UnsupportedMediaType => ("request.media-type", "Content of this type is not taken here."),
            StatusCodes.Status429TooManyRequests => ("request.too-many", "Too many requests. Try again in a minute."),
            >= 500 => ("server.failed", "This went wrong here, not with you. It has been logged."),
            _ => ("request.refused", "The request was refused."),
        };
        return new((ReasonKind)status, code, detail, status is StatusCodes.Status400BadRequest ? PointerTo(failure) : null);
    }

    private static string Type(Reason reason) => $"urn:sluice:{reason.Code}";

    /// <summary>Where in a body the reader stopped: <c>$.artefacts[0].kind</c> is <c>/artefacts/0/kind</c>.</summary>
    private static string? PointerTo(Exception? failure) => failure switch
    {
        JsonException { Path: { Length: > 1 } path } when !path.Contains('\'', StringComparison.Ordinal) =>
            path[1..].Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal),
        { InnerException: { } cause } => PointerTo(cause),
        _ => null,
    };

    /// <summary>The API answers in problem details even to who says in <c>Accept</c> that they would rather have a page.</summary>
    private sealed class ProblemsForPrograms : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.Path.StartsWithSegments("/api");

        public ValueTask WriteAsync(ProblemDetailsContext context)
        {
            Complete(context);
            return new(context.HttpContext.Response.WriteAsJsonAsync(
                context.ProblemDetails, Wire.Json, "application/problem+json", context.HttpContext.RequestAborted));
        }
    }
}
