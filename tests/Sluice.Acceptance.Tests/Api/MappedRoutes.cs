using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Api;

/// <summary>What the running host really answers to.</summary>
internal static class MappedRoutes
{
    private const string Root = "/api/v1";

    /// <summary>As the table spells them: <c>POST /changes/{reference}/hold</c>.</summary>
    public static IReadOnlyList<string> Of(RunningSluice sluice) =>
    [
        .. sluice.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith(Root + "/", StringComparison.Ordinal) is true)
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => $"{method} {endpoint.RoutePattern.RawText![Root.Length..]}"))
            .Distinct().Order(StringComparer.Ordinal),
    ];
}
