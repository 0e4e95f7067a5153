using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Http;

/// <summary>An outcome on the wire: the value with its ETag, or problem details.</summary>
public sealed class Answer<T>(Outcome<T> outcome, Func<T, string>? location) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (outcome.Refusal is { } refusal)
            return refusal.ToProblem().ExecuteAsync(httpContext);
        if (outcome.Value is IVersioned versioned)
            httpContext.Response.GetTypedHeaders().ETag = IfMatch.Tag(versioned.Version);
        return location is null
            ? TypedResults.Ok(outcome.Value).ExecuteAsync(httpContext)
            : TypedResults.Created("/api/v1" + location(outcome.Value), outcome.Value).ExecuteAsync(httpContext);
    }

    /// <summary>Tells OpenAPI what an endpoint returns, so that no slice has to.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

public static class Answers
{
    public static Answer<T> ToHttp<T>(this Outcome<T> outcome) => new(outcome, null);

    /// <param name="location">Where the new record is, below <c>/api/v1</c>.</param>
    public static Answer<T> ToCreated<T>(this Outcome<T> outcome, Func<T, string> location) => new(outcome, location);
}
