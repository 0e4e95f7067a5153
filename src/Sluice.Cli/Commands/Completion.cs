using System.CommandLine;

namespace Sluice.Cli.Commands;

internal static class Completion
{
    // The words come from the command itself, so that a script installed once knows the options of later versions.
    // It is asked as it was called. Bash puts no alias in place of a word that comes out of a variable, so that is done here.
    private const string Bash = """
        _sluice_asked() {
          local called=$1
          shift
          if [[ $(type -t -- "$called") == alias ]]; then
            eval "${BASH_ALIASES[$called]} \"\$@\""
          else
            "$called" "$@"
          fi
        }
        _sluice() {
          local word
          COMPREPLY=()
          while IFS= read -r word; do
            [[ $word == "${COMP_WORDS[COMP_CWORD]}"* ]] && COMPREPLY+=("$word")
          done < <(_sluice_asked "${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
        }
        complete -o default -F _sluice sluice
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName sluice -ScriptBlock {
          param($wordToComplete, $commandAst, $cursorPosition)
          sluice "[suggest:$cursorPosition]" "$commandAst" 2>$null |
            Where-Object { $_ -like "$wordToComplete*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Create(CommandTree tree)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "pwsh");
        return tree.Command("completion", "Prints a script that lets the shell complete commands and options.",
            [
                "source <(sluice completion bash)",
                "sluice completion pwsh | Out-String | Invoke-Expression",
            ],
            [shell],
            (session, _) =>
            {
                session.Around.Out.WriteLine(session.Of(shell) == "bash" ? Bash : PowerShell);
                return Task.FromResult(Exit.Yes);
            });
    }
}
