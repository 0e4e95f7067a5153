using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Http;

/// <summary>An outcome on the wire: the value with its ETag, or problem details.</summary>
public sealed class Answer<T>(Outcome<T> outcome) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        outcome.Write(httpContext, value => TypedResults.Ok(value));

    /// <summary>Tells OpenAPI what an endpoint returns, so that no slice has to.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>The same for something new, with its address.</summary>
public sealed class CreatedAnswer<T>(Outcome<T> outcome, Func<T, string> location) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        outcome.Write(httpContext, value => TypedResults.Created("/api/v1" + location(value), value));

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}

public static class Answers
{
    public static Answer<T> ToHttp<T>(this Outcome<T> outcome) => new(outcome);

    /// <param name="location">Where the new record is, below <c>/api/v1</c>.</param>
    public static CreatedAnswer<T> ToCreated<T>(this Outcome<T> outcome, Func<T, string> location) => new(outcome, location);

    internal static Task Write<T>(this Outcome<T> outcome, HttpContext http, Func<T, IResult> result)
    {
        if (outcome.Refusal is { } refusal)
            return refusal.ToProblem().ExecuteAsync(http);
        if (outcome.Value is IVersioned versioned)
            http.Response.GetTypedHeaders().ETag = IfMatch.Tag(versioned.Version);
        return result(outcome.Value).ExecuteAsync(http);
    }
}
