using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sluice.Cli.Tests;

/// <summary>Says what it is told to say, and remembers what it was asked.</summary>
internal sealed class FakeServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Func<Asked, Said> answer;

    public FakeServer(Func<Asked, Said> answer)
    {
        this.answer = answer;
        Url = $"http://127.0.0.1:{FreePort()}";
        listener.Prefixes.Add(Url + "/");
        listener.Start();
        _ = Serve();
    }

    public sealed record Asked(string Method, string Path, string Body, string? Token, string? IfMatch)
    {
        public override string ToString() => $"{Method} {Path}";
    }

    public sealed record Said(int Status, string Body, long? Version = null, string Type = "application/json");

    public string Url { get; }

    public List<Asked> Requests { get; } = [];

    public static FakeServer Saying(int status, string body) => new(_ => new(status, body));

    public Shell Shell() => new Shell().With("SLUICE_URL", Url).With("SLUICE_TOKEN", "secret");

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        try
        {
            while (true)
                await Answer(await listener.GetContextAsync());
        }
        catch (Exception) when (!listener.IsListening)
        {
            // Closed at the end of the test.
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var asked = new Asked(
            context.Request.HttpMethod, context.Request.RawUrl!, await reader.ReadToEndAsync(),
            context.Request.Headers["Authorization"], context.Request.Headers["If-Match"]);
        Requests.Add(asked);
        var said = answer(asked);
        context.Response.StatusCode = said.Status;
        context.Response.ContentType = said.Type;
        if (said.Version is { } version)
            context.Response.Headers["ETag"] = $"\"{version}\"";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(said.Body));
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
