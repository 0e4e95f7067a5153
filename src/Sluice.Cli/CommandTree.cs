using System.CommandLine;
using System.CommandLine.Help;
using Sluice.Cli.Changes;
using Sluice.Cli.Commands;
using Sluice.Cli.Estates;
using Sluice.Cli.Histories;
using Sluice.Cli.Releases;

namespace Sluice.Cli;

/// <summary>The tree of commands. Built anew for each run: options remember where they were added.</summary>
internal sealed class CommandTree(Surroundings around)
{
    private readonly Dictionary<Command, string[]> examples = [];

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Answer in JSON, as the server gave it.",
        Recursive = true,
    };

    public Option<string?> As { get; } = new("--as", "--profile")
    {
        Description = "Whom to be: a name given at login. Wins over SLUICE_URL and SLUICE_TOKEN.",
        HelpName = "NAME",
        Recursive = true,
    };

    public Option<bool> Watch { get; } = new("--watch")
    {
        Description = "For show, list and ready: ask again every few seconds until nothing more can happen, or Ctrl-C.",
        Recursive = true,
    };

    public RootCommand Command()
    {
        var root = new RootCommand(
            "Production change control and release management. May it run (change), and how does it get there (release)?\n"
            + "Exit codes: 0 yes, 1 refused (with every reason), 2 usage, 3 cannot reach the server, 130 stopped.")
        {
            Json, As, Watch,
            Login.Create(this), ChangeCommands.Create(this), ReleaseCommands.Create(this), AskGate.Create(this),
            LedgerCommands.Create(this), ScanFolder.Create(this), WhereUsed.Create(this), AskImpact.Create(this), AskMissing.Create(this),
            CompareEstates.Create(this), Completion.Create(this),
        };
        examples[root] =
        [
            "sluice login http://localhost:5080 --demo requester",
            "sluice change new --file change.json",
            "sluice --as release-manager release show REL-1 --watch",
            "sluice gate CHG-1001 && ./deploy",
        ];
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, examples);
        return root;
    }

    /// <summary>A command that does something.</summary>
    public Command Command(
        string name, string description, string[] examples, IEnumerable<Symbol> symbols,
        Func<Session, CancellationToken, Task<int>> handle)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);
        command.SetAction(async (parsed, ct) =>
        {
            using var session = new Session(this, parsed, around);
            return await handle(session, ct);
        });
        this.examples[command] = examples;
        return command;
    }

    /// <summary>A command that only holds others.</summary>
    public Command Group(string name, string description, string[] examples, params Command[] commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands)
            group.Add(command);
        this.examples[group] = examples;
        return group;
    }
}
