using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sluice.Bench.Load;

/// <summary>
/// One client's connection, kept alive. It understands as much of HTTP/1.1 as Kestrel answers with, and no more: the machine's
/// cores are shared with what is measured, and HttpClient would take a good part of them.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 * 1024];
    private int from;
    private int until;

    public static async Task<Connection> To(int port)
    {
        var connection = new Connection();
        try
        {
            await connection.socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <returns>Status and length of the body.</returns>
    public async ValueTask<(int Status, int Length)> Ask(byte[] request)
    {
        var (status, length) = await Begin(request);
        if (length is { } known)
        {
            await Skip(known);
            return (status, known);
        }
        var total = 0;
        while (await Chunk() is > 0 and var chunk)
        {
            await Skip(chunk + 2);
            total += chunk;
        }
        await Line();
        return (status, total);
    }

    /// <summary>Sends and reads as far as the headers go.</summary>
    /// <returns>Status, and length unless the body comes in chunks.</returns>
    public async ValueTask<(int Status, int? Length)> Begin(byte[] request)
    {
        await socket.SendAsync(request, SocketFlags.None);
        var status = int.Parse((await Line()).AsSpan(9, 3), CultureInfo.InvariantCulture);
        int? length = null;
        while (await Line() is { Length: > 0 } header)
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header.AsSpan(15), CultureInfo.InvariantCulture);
        return (status, length);
    }

    public async ValueTask<string> Line()
    {
        while (true)
        {
            var end = buffer.AsSpan(from, until - from).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Encoding.Latin1.GetString(buffer, from, end).TrimEnd('\r');
                from += end + 1;
                return line;
            }
            await Receive();
        }
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask<int> Chunk() => int.Parse(await Line(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private async ValueTask Skip(int count)
    {
        while (until - from < count)
        {
            count -= until - from;
            (from, until) = (0, 0);
            await Receive();
        }
        from += count;
    }

    private async ValueTask Receive()
    {
        if (from == until)
            (from, until) = (0, 0);
        else if (until == buffer.Length)
        {
            var larger = from > 0 ? buffer : new byte[buffer.Length * 2];
            buffer.AsSpan(from, until - from).CopyTo(larger);
            (buffer, from, until) = (larger, 0, until - from);
        }
        var received = await socket.ReceiveAsync(buffer.AsMemory(until), SocketFlags.None);
        until += received > 0 ? received : throw new IOException("The server closed the connection.");
    }
}
