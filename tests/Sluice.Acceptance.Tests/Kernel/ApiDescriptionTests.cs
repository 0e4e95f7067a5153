using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Kernel;

public sealed class ApiDescriptionTests
{
    [Fact]
    public async Task Description_is_open_to_everybody_and_says_how_to_sign_in()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);

        var api = JsonNode.Parse(await sluice.Http.GetStringAsync("/openapi/v1.json"))!;

        Assert.StartsWith("3.1", (string)api["openapi"]!, StringComparison.Ordinal);
        Assert.Equal("bearer", (string)api["components"]!["securitySchemes"]!["token"]!["scheme"]!);
        Assert.NotNull(api["paths"]!["/api/v1/me"]!["get"]!["security"]![0]!["token"]);
        Assert.Null(api["paths"]!["/api/v1/sign-in"]!["post"]!["security"]);
    }

    [Fact]
    public async Task Description_matches_what_is_answered()
    {
        var api = JsonNode.Parse(await (await RunningSluice.On(Store.Sqlite)).Http.GetStringAsync("/openapi/v1.json"))!;
        JsonNode Operation(string path, string method) => api["paths"]![path]![method]!;

        Assert.NotNull(Operation("/api/v1/changes", "post")["responses"]!["201"]);
        Assert.Null(Operation("/api/v1/changes", "post")["responses"]!["200"]);
        Assert.NotNull(Operation("/api/v1/changes/{reference}", "patch")["requestBody"]!["content"]!["application/merge-patch+json"]);
        var parameters = Operation("/api/v1/changes/{reference}", "patch")["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!);
        Assert.Equal(["reference"], parameters);
        Assert.Equal("string", (string)api["components"]!["schemas"]!["Account"]!["type"]!);
    }
}
