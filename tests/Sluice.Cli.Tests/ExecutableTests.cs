using System.Diagnostics;
using System.Text.Json.Nodes;
using Sluice.Ledger;

namespace Sluice.Cli.Tests;

/// <summary>The program itself, as a process with a shell's arguments, streams and exit codes.</summary>
public sealed class ExecutableTests : IDisposable
{
    private readonly Shell shell = new();

    [Fact]
    public async Task Help_names_every_group_of_commands_and_the_exit_codes()
    {
        var ran = await Run("--help");

        Assert.Equal((Exit.Yes, ""), (ran.Code, ran.Error));
        Assert.All(
            (string[])["login", "change", "release", "gate", "ledger", "completion", "Examples:", "3 cannot reach"],
            word => Assert.Contains(word, ran.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task History_is_verified_without_any_server_and_an_altered_one_is_not()
    {
        var entry = new Entry(
            "T", "CHG-1", 1, "jo", "change.drafted", new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero), new JsonObject(), Digest.None).Seal();
        var proof = new Proof("T", "CHG-1", entry.Hash, [new(entry.Body, entry.Hash, [])]).Write();

        var whole = await Run("ledger", "verify", shell.File("proof.json", proof), "--head", entry.Hash.Text);
        var altered = await Run(
            "ledger", "verify", shell.File("altered.json", proof.Replace("drafted", "crafted", StringComparison.Ordinal)));

        Assert.Equal((Exit.Yes, ""), (whole.Code, whole.Error));
        Assert.Contains("the remembered head is there", whole.Out, StringComparison.Ordinal);
        Assert.Equal(Exit.Refused, altered.Code);
        Assert.Contains("FAULT CHG-1 entry 1: entry.altered", altered.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_usage_ends_with_2_and_a_server_that_is_not_there_with_3()
    {
        var misused = await Run("change", "decide", "CHG-1", "perhaps");
        var unreached = await Run("gate", "CHG-1");

        Assert.Equal((Exit.Misused, ""), (misused.Code, misused.Out));
        Assert.Contains("sluice change decide --help", misused.Error, StringComparison.Ordinal);
        Assert.Equal((Exit.Unreachable, ""), (unreached.Code, unreached.Out));
        Assert.Contains("http://127.0.0.1:1/", unreached.Error, StringComparison.Ordinal);
    }

    public void Dispose() => shell.Dispose();

    private async Task<Shell.Ran> Run(params string[] args)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "sluice.dll"), .. args])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.Environment["SLUICE_CONFIG"] = shell.ConfigFile;
        start.Environment["SLUICE_URL"] = "http://127.0.0.1:1"; // nobody there
        start.Environment.Remove("SLUICE_TOKEN");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}
