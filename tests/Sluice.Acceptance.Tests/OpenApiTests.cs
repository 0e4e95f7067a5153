using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sluice.Acceptance.Tests.Api;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests;

public sealed class OpenApiTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Document_is_version_3_1_and_names_every_route(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var document = JsonNode.Parse(await sluice.Http.GetStringAsync("/openapi/v1.json"))!;
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);

        var named = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
                .Select(call => $"{call.Key.ToUpperInvariant()} {path.Key}"))
            .Where(call => call.Contains("/api/v1/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.Equal(MappedRoutes.Of(sluice).Select(Documented).Order(StringComparer.Ordinal), named);
    }

    /// <summary>Without the constraint of a parameter: <c>{sequence:long}</c> is documented as <c>{sequence}</c>.</summary>
    private static string Documented(string route) => Regex.Replace(route, @":\w+\}", "}").Replace(" ", " /api/v1", StringComparison.Ordinal);
}
