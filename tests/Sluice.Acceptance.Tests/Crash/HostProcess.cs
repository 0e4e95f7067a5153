using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Crash;

/// <summary>The host as a process of its own, so that it can be killed.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly TaskCompletionSource<string> firstPassword = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> said = [];
    private readonly Process process;

    private HostProcess(Process process, HttpClient http) => (this.process, Http) = (process, http);

    public HttpClient Http { get; }

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Host => Path.Combine(AppContext.BaseDirectory, "Sluice.Web.dll");

    /// <summary>For a start that is refused.</summary>
    /// <param name="folder">From where it is started.</param>
    /// <returns>Its exit code, and what it said about the error.</returns>
    public static async Task<(int Code, string Error)> Ends(DirectoryInfo folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Dotnet, [Host, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    /// <summary>In demo mode.</summary>
    public static Task<HostProcess> Start(TestDatabase database, string story = "none") =>
        Start(database, ["--demo", "--story", story]);

    /// <summary>With an organisation of its own, which has one person.</summary>
    public static Task<HostProcess> StartInEarnest(TestDatabase database) => Start(database, arguments: []);

    /// <summary>Printed at the first start, and never again.</summary>
    public Task<string> FirstPassword() => firstPassword.Task.WaitAsync(TimeSpan.FromMinutes(1));

    private static async Task<HostProcess> Start(TestDatabase database, string[] arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var process = Process.Start(new ProcessStartInfo(Dotnet, [Host, "--urls", address, .. arguments, .. database.HostArguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            // Like the tests themselves: measuring for later costs a fifth of what ends before it pays.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        })!;
        var host = new HostProcess(process, new() { BaseAddress = new(address) });
        // Unread, a full pipe would stop it.
        process.OutputDataReceived += (_, line) => host.Read(line.Data);
        process.ErrorDataReceived += (_, line) => host.said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await host.Until(host.IsReady);
        return host;
    }

    private void Read(string? line)
    {
        said.Enqueue(line ?? "");
        if (line?.Split("account admin, password ") is [_, var rest])
            firstPassword.TrySetResult(rest.Split('.')[0]);
    }

    public async Task<Caller> As(string account) =>
        new(Http, (await new Caller(Http, null).Post("/demo/token", new { account })).Is(200).Text("token"));

    /// <summary>Asks again until it is so: another process tells nobody when it is.</summary>
    public async Task Until(Func<Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(Longest);
        using var beat = new PeriodicTimer(Pause);
        while (!await isSo())
        {
            Assert.False(process.HasExited, $"The host has ended by itself. {string.Join(Environment.NewLine, said)}");
            await beat.WaitForNextTickAsync(late.Token);
        }
    }

    /// <summary>SIGKILL: nothing is tidied up, nothing is flushed.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
        Http.Dispose();
    }

    private async Task<bool> IsReady()
    {
        try
        {
            return (await Http.GetAsync("/readyz")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Not listening yet.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
