using System.CommandLine;
using System.CommandLine.Invocation;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Cli;

/// <summary><c>sluice</c>. Speaks REST and reads files; knows nothing of the server's insides.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var cancel = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            cancel.Cancel();
        };
        return await Run(args, Surroundings.OfThisProcess(), cancel.Token);
    }

    /// <summary>The same within another process. Returns one of <see cref="Exit"/>.</summary>
    public static async Task<int> Run(IReadOnlyList<string> args, Surroundings around, CancellationToken ct = default)
    {
        var root = new CommandTree(around).Command();
        // A text that begins with @ is a text, not a file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Action is ParseErrorAction)
            return Misused(parsed, around);
        try
        {
            return await parsed.InvokeAsync(
                new() { Output = around.Out, Error = around.Error, EnableDefaultExceptionHandler = false }, ct);
        }
        catch (MisuseException misuse)
        {
            around.Error.WriteLine(Safe.Text(misuse.Message));
            return Exit.Misused;
        }
        catch (DamagedSnapshotException damaged)
        {
            around.Error.WriteLine(Safe.Text($"The snapshot cannot be read to its end. {damaged.Message}"));
            return Exit.Misused;
        }
        catch (UnreachableException unreachable)
        {
            around.Error.WriteLine(Safe.Text(unreachable.Message));
            return Exit.Unreachable;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Exit.Interrupted;
        }
    }

    private static int Misused(ParseResult parsed, Surroundings around)
    {
        foreach (var error in parsed.Errors)
            around.Error.WriteLine(Safe.Text(error.Message));
        var path = new List<string>();
        for (Symbol? at = parsed.CommandResult.Command; at is Command; at = at.Parents.FirstOrDefault())
            path.Insert(0, at is RootCommand ? "sluice" : at.Name);
        around.Error.WriteLine($"See: {string.Join(' ', path)} --help");
        return Exit.Misused;
    }
}
