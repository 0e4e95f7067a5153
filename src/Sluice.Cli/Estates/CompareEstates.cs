using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Output;
using Sluice.Mainframe;
using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary><c>sluice estate diff A B</c>: what is different between two snapshots.</summary>
internal static class CompareEstates
{
    public static Command Create(CommandTree tree)
    {
        var before = new Argument<string>("A") { Description = "The earlier snapshot, or a folder of sources." };
        var after = new Argument<string>("B") { Description = "The later one." };
        return tree.Group("estate", "What is known of an estate of z/OS sources.",
            ["sluice estate diff before.snapshot after.snapshot"],
            tree.Command("diff", "Which members differ, and what they refer to now that they did not before. Exit code 1 when any does.",
                ["sluice estate diff before.snapshot after.snapshot", "sluice estate diff before.snapshot ./src --json"],
                [before, after],
                async (session, ct) =>
                {
                    using var earlier = await OpenedEstate.Open(session, session.Of(before), ct);
                    using var later = await OpenedEstate.Open(session, session.Of(after), ct);
                    var differences = EstateDifference.Between(earlier.Graph.Snapshot, later.Graph.Snapshot).Until(ct);
                    var count = 0;
                    if (session.Screen.IsJson)
                        session.Screen.Document(("differences", Counted().Select(Json)));
                    else
                        foreach (var difference in Counted())
                            Write(session.Screen, difference);
                    return count == 0 ? Exit.Yes : Exit.Refused;

                    IEnumerable<MemberDifference> Counted()
                    {
                        foreach (var difference in differences)
                        {
                            count++;
                            yield return difference;
                        }
                    }
                }));
    }

    private static void Write(Screen screen, MemberDifference difference)
    {
        screen.Line($"{difference.Path}: {Words(difference)}");
        foreach (var thing in difference.DefinesNoMore)
            screen.Line($"  - defines {EstateJson.Words(thing.Kind)} {thing.Name}");
        foreach (var thing in difference.DefinesNow)
            screen.Line($"  + defines {EstateJson.Words(thing.Kind)} {thing.Name}");
        foreach (var reference in difference.RefersNoMore)
            screen.Line($"  - {Sentence(reference)}");
        foreach (var reference in difference.RefersNow)
            screen.Line($"  + {Sentence(reference)}");
    }

    private static string Words(MemberDifference difference) => difference switch
    {
        { Before: null } => "added",
        { After: null } => "removed",
        { IsChanged: false } => "unchanged, but what it uses changed",
        _ => "changed",
    };

    private static string Sentence(Reference reference)
    {
        var sure = reference.Certainty is Certainty.Certain ? "" : $" ({EstateJson.Words(reference.Certainty)})";
        return $"{reference.From.Name} {EstateJson.Words(reference.Verb)} {EstateJson.Words(reference.To.Kind)} {reference.To.Name}{sure}";
    }

    private static JsonNode Json(MemberDifference difference)
    {
        var member = (difference.After ?? difference.Before)!;
        return new JsonObject
        {
            ["path"] = difference.Path,
            ["difference"] = difference switch { { Before: null } => "added", { After: null } => "removed", { IsChanged: false } => "meaning", _ => "changed" },
            ["definesNoMore"] = new JsonArray([.. difference.DefinesNoMore.Select(EstateJson.Thing)]),
            ["definesNow"] = new JsonArray([.. difference.DefinesNow.Select(EstateJson.Thing)]),
            ["refersNoMore"] = EstateJson.References(difference.RefersNoMore.Select(reference => new KnownReference(difference.Before ?? member, reference))),
            ["refersNow"] = EstateJson.References(difference.RefersNow.Select(reference => new KnownReference(difference.After ?? member, reference))),
        };
    }
}
