using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Sluice.Acceptance.Tests.Hosting;

/// <summary>What no well-behaved client would send: requests byte by byte.</summary>
internal static class RawHttp
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static Task<Reply> Raw(this RunningSluice sluice, string requestLine, IEnumerable<string> headers, byte[]? body = null) =>
        sluice.Raw(Encoding.UTF8.GetBytes(string.Join(
            "\r\n", (string[])[requestLine + " HTTP/1.1", "Host: localhost", "Connection: close", .. headers, "", ""])), body ?? []);

    public static async Task<Reply> Raw(this RunningSluice sluice, byte[] head, byte[] body)
    {
        using var client = new TcpClient();
        using var late = new CancellationTokenSource(Longest);
        await client.ConnectAsync(sluice.Address.Host, sluice.Address.Port);
        await using var stream = client.GetStream();
        using var reply = new MemoryStream();
        try
        {
            await stream.WriteAsync(head, late.Token);
            await stream.WriteAsync(body, late.Token);
            await stream.CopyToAsync(reply, late.Token);
        }
        catch (IOException)
        {
            // Refused before it was all sent; what was answered until then counts.
            await Drain(stream, reply, late.Token);
        }
        return Parse(Encoding.UTF8.GetString(reply.ToArray()));
    }

    private static async Task Drain(NetworkStream stream, MemoryStream reply, CancellationToken ct)
    {
        try
        {
            await stream.CopyToAsync(reply, ct);
        }
        catch (IOException)
        {
            // The other end is gone.
        }
    }

    private static Reply Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Assert.True(end > 0, $"No reply, only: {text}");
        var head = text[..end].Split("\r\n");
        using var message = new HttpResponseMessage();
        foreach (var header in head.Skip(1).Select(line => line.Split(": ", 2)))
            message.Headers.TryAddWithoutValidation(header[0], header[1]);
        var mediaType = head.FirstOrDefault(line => line.StartsWith("Content-Type: ", StringComparison.OrdinalIgnoreCase))?
            .Split(": ", 2)[1].Split(';')[0];
        // A chunked body holds lengths between its parts; nothing here is longer than one part.
        var body = text[(end + 4)..];
        var from = body.IndexOf('{', StringComparison.Ordinal);
        return new(int.Parse(head[0].Split(' ')[1], CultureInfo.InvariantCulture), from < 0 ? "" : body[from..(body.LastIndexOf('}') + 1)], message.Headers, mediaType);
    }
}
