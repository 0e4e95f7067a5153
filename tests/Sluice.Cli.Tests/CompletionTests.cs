using System.Diagnostics;
using System.Runtime.Versioning;

namespace Sluice.Cli.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly Shell shell = new();

    [Theory]
    [InlineData("sluice rel", "release")]
    [InlineData("sluice change re", "review")]
    [InlineData("sluice change decide CHG-1 re", "request-information")]
    [InlineData("sluice change new --ki", "--kind")]
    [InlineData("sluice change new --kind em", "emergency")]
    public async Task Commands_options_and_values_are_suggested(string line, string word)
    {
        var ran = await shell.Run($"[suggest:{line.Length}]", line);

        Assert.Contains(word, ran.Out.Split('\n').Select(suggestion => suggestion.TrimEnd('\r')));
    }

    // The command itself in a real bash, called in each of the ways in which people make it known to one.
    [Theory]
    [InlineData("sluice", "PATH=\"$1:$PATH\"")]
    [InlineData("sluice", "sluice() { \"$command\" \"$@\"; }")]
    [InlineData("sluice", "shopt -s expand_aliases; alias sluice=\"'$command'\"")]
    [InlineData("s", "shopt -s expand_aliases; alias s=\"'$command'\"")]
    [InlineData("\"$command\"", "")]
    [UnsupportedOSPlatform("windows")]
    public async Task Bash_completes_with_the_script(string called, string known)
    {
        var command = Command();

        Assert.Equal("review\nrevise\ncomplete -o default -F _sluice sluice\n", await Bash($$"""
            command=$1/sluice
            {{known}}
            source "$2"
            called={{called}}
            COMP_WORDS=("$called" change rev); COMP_CWORD=2; COMP_LINE="$called change rev"; COMP_POINT=${#COMP_LINE}
            _sluice
            printf '%s\n' "${COMPREPLY[@]}" | sort
            complete -p sluice
            """, Path.GetDirectoryName(command)!));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Nothing_that_is_suggested_is_executed()
    {
        var stub = shell.File("sluice", "#!/bin/sh\nprintf 'review\\n$(touch pwned)\\n'\n");
        File.SetUnixFileMode(stub, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal("review\n$(touch pwned)\nexecuted: no\n", await Bash("""
            cd "$1"
            source "$2"
            COMP_WORDS=(./sluice ''); COMP_CWORD=1; COMP_LINE='./sluice '; COMP_POINT=9
            _sluice
            printf '%s\n' "${COMPREPLY[@]}"
            [ -e pwned ] && echo 'executed: yes' || echo 'executed: no'
            """, shell.Folder));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task PowerShell_completes_with_the_script()
    {
        var command = Command();
        var script = shell.File("test.ps1", """
            param($folder, $completion)
            $env:PATH = "${folder}:$env:PATH"
            Get-Content -Raw $completion | Invoke-Expression
            foreach ($line in 'sluice change rev', 'cd /; sluice change decide CHG-1 re', 'sluice change new --kind em') {
              (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText -join ' '
            }
            """);
        var completion = shell.File("completion.ps1", (await shell.Run("completion", "pwsh")).Out);

        Assert.Equal("review revise\nreject request-information\nemergency\n", await Said(
            "dotnet", ["tool", "run", "pwsh", "--", "-NoProfile", "-File", script, Path.GetDirectoryName(command)!, completion]));
    }

    public void Dispose() => shell.Dispose();

    /// <summary>The command, as a file that a shell finds.</summary>
    [UnsupportedOSPlatform("windows")]
    private string Command()
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var command = shell.File("with space/sluice", $"""
            #!/bin/sh
            exec "{dotnet}" "{Path.Combine(AppContext.BaseDirectory, "sluice.dll")}" "$@"
            """);
        File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return command;
    }

    /// <summary>What a script says that is given the folder and the completion script.</summary>
    private async Task<string> Bash(string script, string folder)
    {
        var completion = shell.File("completion.sh", (await shell.Run("completion", "bash")).Out);
        return await Said("bash", ["--norc", shell.File("test.sh", script), folder, completion]);
    }

    // From where the tests are, so that the repository's own tools are found.
    private static async Task<string> Said(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory,
        })!;
        return await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
