using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Rexx;

// What variables that name something may hold.
internal sealed partial class HostCommands
{
    private readonly List<Given> given = [];
    private readonly HashSet<string> variables = [];
    private readonly HashSet<string> programs = [];

    /// <param name="Literal">The value; null when it is that of <paramref name="Other"/>.</param>
    /// <param name="Until">Where the statement ends.</param>
    private readonly record struct Given(string Item, string? Literal, string? Other, Place At, Place Until);

    public void Assign(string item, string? literal, string? other, Place at, Place until) =>
        given.Add(new(item, literal, other, at, until));

    /// <summary>Those of variables that name something, and of the variables they get their values from.</summary>
    /// <param name="inWords">A statement from one place until another: few of all are ever asked for.</param>
    public void KeepAssignments(Func<Place, Place, string> inWords)
    {
        var seen = new HashSet<string>(variables);
        var open = new Queue<(string Item, bool IsProgram)>(variables.Select(variable => (variable, false)));
        foreach (var variable in programs)
            if (seen.Add(variable))
                open.Enqueue((variable, true));
        if (open.Count == 0)
            return;
        var byItem = given.ToLookup(one => one.Item);
        while (open.TryDequeue(out var next))
            foreach (var one in byItem[next.Item])
            {
                var literal = next.IsProgram && one.Literal is { } command ? ProgramIn(command) : one.Literal;
                if (literal is null && one.Other is null)
                    continue;
                findings.Assign(new(one.Item, AssignedBy.Move, literal, one.Other, one.At, inWords(one.At, one.Until)));
                if (one.Other is { } other && seen.Add(other))
                    open.Enqueue((other, next.IsProgram));
            }
    }

    /// <summary>A variable may hold a command with its operands, and that may be one of TSO/E itself.</summary>
    private static string? ProgramIn(string command)
    {
        var word = command.AsSpan();
        word = (word.IndexOf(' ') is > 0 and var end ? word[..end] : word).TrimStart('%');
        return IsProgramName(word) && !TsoCommandNames.Contains(word) ? word.ToString() : null;
    }
}
