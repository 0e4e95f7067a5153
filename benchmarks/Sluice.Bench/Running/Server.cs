using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Sluice.Bench.Load;

namespace Sluice.Bench.Running;

/// <summary>A process that answers on a port of its own on the loopback interface.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const int LinesShown = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(10);
    private readonly Process process;
    private readonly string log;

    private Server(Process process, int port, string log) => (this.process, Port, this.log) = (process, port, log);

    public int Port { get; }

    public double CpuMs => ProcessTimes.CpuMs(process.Id);

    public double ResidentMb => ProcessTimes.ResidentMb(process.Id);

    /// <param name="arguments">From the port to what follows <c>dotnet</c>.</param>
    public static Server Start(Workplace place, string name, Func<int, IEnumerable<string>> arguments)
    {
        var (port, log) = (FreePort(), Path.Combine(place.Folder, $"{name}.log"));
        var start = new ProcessStartInfo("dotnet", arguments(port))
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = place.Folder,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = Process.Start(start)!;
        // Whoever ends the benchmark early still ends all of this.
        File.AppendAllText(place.Processes, $"{process.Id}\n");
        var written = TextWriter.Synchronized(new StreamWriter(log, append: true) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => written.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => written.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, port, log);
    }

    /// <summary>Until it answers this with 200.</summary>
    public async Task Answers(string target)
    {
        var (began, request) = (Stopwatch.GetTimestamp(), Request.Get(target));
        while (!await TryAsk(request))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                throw new InvalidOperationException(
                    $"It does not answer {target}:\n{string.Join('\n', (await File.ReadAllLinesAsync(log)).TakeLast(LinesShown))}");
            await Task.Delay(1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Asked to end, as an operator does: what it was about to write is written before the next one starts.
        if (!process.HasExited)
            using (Process.Start("sh", ["-c", $"kill -TERM {process.Id}"]))
                await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(PatienceAtEnd));
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<bool> TryAsk(byte[] request)
    {
        try
        {
            using var connection = await Connection.To(Port);
            return (await connection.Ask(request)).Status == 200;
        }
        catch (Exception refused) when (refused is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
