using System.CommandLine;
using Sluice.Mainframe.Estate;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Cli.Estates;

/// <summary>What the commands that ask an estate have in common.</summary>
internal static class EstateOptions
{
    public static Option<string> In() => new("--in")
    {
        Description = "The folder of sources, or a snapshot of it.", HelpName = "DIR|FILE", DefaultValueFactory = _ => ".",
    };

    public static Argument<string[]> Members() => new("MEMBER")
    {
        Description = "Names of members, or paths where a name is not enough.", Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Every one of them, each by all its names; what is not there is a mistake of whoever asks.</summary>
    public static IReadOnlyList<SnapshotEntry> MembersNamed(EstateGraph graph, IReadOnlyList<string> names)
    {
        var found = names.Select(name => (Name: name, Members: graph.MembersNamed(name))).ToList();
        if (found.Where(named => named.Members.Count == 0).Select(named => named.Name).ToList() is { Count: > 0 } unknown)
            throw new MisuseException($"There is no member {string.Join(", ", unknown)} here.");
        return [.. found.SelectMany(named => named.Members).DistinctBy(member => member.Ordinal)];
    }
}
