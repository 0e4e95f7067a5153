using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Sluice.Bench.Floor;

/// <summary>Whoever watches the board: each is told of everything that moves, at once.</summary>
internal sealed class Viewers
{
    private readonly ConcurrentDictionary<Channel<string>, byte> watching = new();

    public bool Any => !watching.IsEmpty;

    public void Tell(string moved)
    {
        foreach (var viewer in watching.Keys)
            viewer.Writer.TryWrite(moved);
    }

    public async Task Serve(HttpContext http)
    {
        var viewer = Channel.CreateUnbounded<string>();
        watching.TryAdd(viewer, 0);
        try
        {
            http.Response.ContentType = "text/event-stream";
            await Send(http, "now");
            await foreach (var moved in viewer.Reader.ReadAllAsync(http.RequestAborted))
                await Send(http, moved);
        }
        catch (OperationCanceledException)
        {
            // The viewer has gone.
        }
        finally
        {
            watching.TryRemove(viewer, out _);
        }
    }

    private static async Task Send(HttpContext http, string moved)
    {
        await http.Response.WriteAsync($"event: moved\ndata: {moved}\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
