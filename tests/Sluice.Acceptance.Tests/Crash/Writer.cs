using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Crash;

/// <summary>Takes change after change through the gate until the host is gone, and remembers what was acknowledged.</summary>
internal sealed class Writer(HostProcess host, JsonObject content, string name)
{
    /// <summary>Change and place in its history, of everything that was answered with success.</summary>
    public List<(string Change, long Sequence)> Acknowledged { get; } = [];

    /// <summary>Change and digest of every file that was acknowledged.</summary>
    public List<(string Change, string Sha256)> Files { get; } = [];

    public async Task Run(Action acknowledged)
    {
        try
        {
            var (requester, reviewer, manager) = (await host.As("requester"), await host.As("risk-reviewer"), await host.As("change-manager"));
            for (var round = 0; ; round++)
            {
                var draft = Keep(await requester.Post("/changes", content));
                var path = $"/changes/{draft.Ref}";
                Keep(await requester.Patch(path, new { title = $"{name} {round}" }, draft.ETag));
                Keep(await requester.Post(path + "/submit"));
                await Attach(draft.Ref, requester, $"{name} {round}");
                Keep(await reviewer.Post(path + "/assessment", new { likelihood = 2, impact = 2, reasons = "Fine" }));
                var comment = (await manager.Post(path + "/comments", new { text = $"Round {round}" })).Is(201);
                Acknowledged.Add((draft.Ref, (long)comment["sequence"]));
                Keep(await manager.Post(path + "/decisions", new { decision = "approve", revision = 2 }));
                acknowledged();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // Killed. What was not answered may have happened or not.
        }
    }

    private Reply Keep(Reply reply)
    {
        Assert.True(reply.Status is 200 or 201, reply.Body);
        Acknowledged.Add((reply.Ref, (long)reply["version"]));
        return reply;
    }

    private async Task Attach(string change, Caller requester, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("scan"), "kind" }, { new StringContent("Scan"), "title" }, { new ByteArrayContent(bytes), "file", "scan" },
        };
        (await requester.Send(HttpMethod.Post, $"/changes/{change}/evidence", form)).Is(201);
        Files.Add((change, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }
}
