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

    // Through bash itself, with a sluice that answers as ours does.
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Bash_completes_with_the_script()
    {
        var stub = shell.File("sluice", "#!/bin/sh\n[ \"$1\" = '[suggest:13]' ] && printf 'review\\nrevise\\n$(touch pwned)\\n'\n");
        File.SetUnixFileMode(stub, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var script = shell.File("test.sh", (await shell.Run("completion", "bash")).Out + """

            COMP_LINE='sluice change'; COMP_POINT=13; COMP_WORDS=("$1" rev); COMP_CWORD=1
            _sluice
            printf '%s\n' "${COMPREPLY[@]}"
            complete -p sluice
            """);
        using var bash = Process.Start(new ProcessStartInfo("bash", [script, stub]) { RedirectStandardOutput = true })!;

        var said = await bash.StandardOutput.ReadToEndAsync();

        Assert.Equal("review\nrevise\ncomplete -o default -F _sluice sluice\n", said);
    }

    [Fact]
    public async Task PowerShell_gets_a_native_completer() =>
        Assert.Contains("Register-ArgumentCompleter -Native -CommandName sluice",
            (await shell.Run("completion", "pwsh")).Out, StringComparison.Ordinal);

    public void Dispose() => shell.Dispose();
}
