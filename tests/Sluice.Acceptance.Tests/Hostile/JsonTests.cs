using System.Net.Http.Headers;
using Sluice.Acceptance.Tests.Api;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Hostile;

/// <summary>JSONTestSuite, file by file as it is, to every endpoint that reads JSON.</summary>
public sealed class JsonTests
{
    private const int FewestFiles = 300;

    public static MatrixTheoryData<Store, string> Reading { get; } = new(
        [Store.Sqlite, Store.Postgres],
        Endpoints.Writing.Where(endpoint => !endpoint.IsThrottled).Select(endpoint => endpoint.Route));

    [Theory, MemberData(nameof(Reading))]
    public async Task What_is_no_JSON_is_refused_and_what_is_never_fails(Store store, string route)
    {
        var folder = TestData.Folder("hostile");
        var files = new DirectoryInfo(Path.Combine(folder.FullName, "jsontestsuite", "test_parsing")).GetFiles("*.json");
        Assert.True(files.Length >= FewestFiles, $"The suite is not whole: {files.Length} files.");
        var sluice = await RunningSluice.On(store, "hostile");
        var endpoint = Endpoints.At(route);
        var caller = await sluice.As(endpoint.Account);
        var address = await endpoint.Address(sluice);
        var version = endpoint.Version is null ? null : await endpoint.Version(sluice, address);

        foreach (var file in files)
        {
            var body = new ByteArrayContent(await File.ReadAllBytesAsync(file.FullName));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

            var reply = await caller.Send(endpoint.Method, address, body, version);

            // Nothing at all is no body, and some calls need none.
            if (file.Name[0] == 'n' && file.Length > 0)
                reply.IsProblem(file.Name);
            else
                reply.IsNoFailure(file.Name);
        }
    }
}
