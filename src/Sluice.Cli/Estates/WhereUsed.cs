using System.CommandLine;
using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary><c>sluice where-used NAME</c>: everything that refers to it.</summary>
internal static class WhereUsed
{
    public static Command Create(CommandTree tree)
    {
        var name = new Argument<string>("NAME") { Description = "A program, copybook, data set, transaction, table, ..." };
        var folder = new Option<string>("--in") { Description = "The folder of sources.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        return tree.Command("where-used", "Who refers to something, with file and line. Needs no server.",
            ["sluice where-used CVACT01Y --in ./src", "sluice where-used COACTUPC --json"],
            [name, folder],
            async (session, ct) =>
            {
                var scan = await session.Screen.Progress(
                    "Reading members", progress => SourceFolder.Read(session.Of(folder)!, progress, ct));
                var used = WholeEstate.Of(scan.Members).WhereUsed(session.Of(name)).ToList();
                if (session.Screen.IsJson)
                    session.Screen.Document(EstateJson.References(used));
                else if (used.Count == 0)
                    session.Screen.Error($"Nothing here refers to {session.Of(name).ToUpperInvariant()}.");
                else
                    ReferenceLines.Table(session.Screen, used);
                return used.Count > 0 ? Exit.Yes : Exit.Refused;
            });
    }
}
