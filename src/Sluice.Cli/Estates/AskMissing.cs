using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary><c>sluice missing MEMBER...</c>: what belongs with these and is not among them.</summary>
internal static class AskMissing
{
    public static Command Create(CommandTree tree)
    {
        var members = EstateOptions.Members();
        var place = EstateOptions.In();
        return tree.Command("missing", "What belongs with these members and is not among them. Needs no server.",
            ["sluice missing CVACT01Y --in ./src", "sluice missing CVACT01Y CBACT01C CBACT02C --in estate.snapshot", "sluice missing CVACT01Y --json"],
            [members, place],
            async (session, ct) =>
            {
                using var estate = await OpenedEstate.Open(session, session.Of(place)!, ct);
                var missing = Completeness.Of(estate.Graph, EstateOptions.MembersNamed(estate.Graph, session.Of(members)));
                if (session.Screen.IsJson)
                    session.Screen.Document(("missing", missing.Select(Json)));
                else if (missing.Count == 0)
                    session.Screen.Line("Nothing is missing, as far as the sources say.");
                else
                    session.Screen.Table(["what", "in", "why", "where", "certainty"], missing.Select(one => (string[])
                    [
                        $"{EstateJson.Words(one.What.Kind)} {one.What.Name}", one.Member?.Path ?? "", $"{one.Why} {one.Code}",
                        $"{one.By.Member.Path}:{one.By.Reference.At.Line}", EstateJson.Words(one.By.Reference.Certainty),
                    ]));
                return missing.Count == 0 ? Exit.Yes : Exit.Refused;
            });
    }

    private static JsonNode Json(Absence one) => new JsonObject
    {
        ["kind"] = EstateJson.Words(one.What.Kind), ["name"] = one.What.Name, ["path"] = one.Member?.Path, ["code"] = one.Code,
        ["why"] = one.Why, ["by"] = EstateJson.Reference(one.By),
    };
}
