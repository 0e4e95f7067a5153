using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;

namespace Sluice.Cli.Changes;

internal static class AttachMembers
{
    private const int Attempts = 3;

    public static Command Create(CommandTree tree)
    {
        var change = Fields.Change();
        var paths = new Argument<string[]>("DIR")
        {
            Description = "Folders of members, or single members.",
            Arity = ArgumentArity.OneOrMore,
        };
        var library = new Option<string?>("--library")
        {
            Description = "Where they go; the folder's name when left out.",
            HelpName = "NAME",
        };
        var author = new Option<string?>("--author") { Description = "The account of who made them.", HelpName = "ACCOUNT" };
        var only = Fields.Many("--only", "A kind to take; all when left out.", "KIND");
        var dryRun = new Option<bool>("--dry-run") { Description = "Shows what would be recorded, and sends nothing." };
        return tree.Command("attach", "Records a folder's members as artefacts: kind, name, library, SHA-256.",
            [
                "sluice change attach CHG-1042 ./cbl --library PROD.COBOL --author implementer-1",
                "sluice change attach CHG-1042 cpy/PAYREC.cpy cbl/PAYROLL.cbl",
                "sluice change attach CHG-1042 ./src --only jcl --only proc --dry-run",
            ],
            [change, paths, library, author, only, dryRun],
            async (session, ct) =>
            {
                var members = await session.Screen.Progress("Reading members", progress => MemberFolder.Read(
                    session.Of(paths), session.Of(library), session.Of(author), progress, ct));
                var kinds = session.Of(only)!;
                var wanted = members.Where(member => kinds.Length == 0 || kinds.Contains(member.Text("kind"))).ToList();
                if (wanted.Count == 0)
                    throw new MisuseException("No members were found.");
                return session.Of(dryRun)
                    ? session.Answer(Reply.Of(Artefacts(wanted)), Write)
                    : await Record(session, Address.Of("changes", session.Of(change)), wanted, ct);
            });
    }

    /// <summary>One of the same name and location is replaced; the others stay. Outrun by somebody else, it tries again.</summary>
    private static async Task<int> Record(Session session, string path, List<JsonObject> members, CancellationToken ct)
    {
        var replaced = members.Select(Place).ToHashSet();
        for (var attempt = 1; ; attempt++)
        {
            var current = await session.Api.Get(path, ct);
            if (!current.IsYes)
                return session.Answer(current, RecordLine.Write);
            var kept = current.Body.Items("artefacts").Where(artefact => !replaced.Contains(Place(artefact)));
            var reply = await session.Api.Send(HttpMethod.Patch, path, Artefacts(kept.Concat(members)), current.ETag, ct);
            if ((int)reply.Status == 412 && attempt < Attempts)
                continue;
            return session.Answer(reply, (screen, change) =>
            {
                Write(screen, Artefacts(members));
                RecordLine.Write(screen, change);
            });
        }
    }

    private static JsonObject Artefacts(IEnumerable<JsonNode?> artefacts) =>
        new() { ["artefacts"] = new JsonArray([.. artefacts.Select(artefact => artefact?.DeepClone())]) };

    private static (string, string) Place(JsonNode? artefact) => (artefact.Text("name"), artefact.Text("location"));

    private static void Write(Screen screen, JsonNode attached)
    {
        screen.Table(["Kind", "Name", "Library", "SHA-256"], attached.Items("artefacts").Select(member => (string[])
            [member.Text("kind"), member.Text("name"), member.Text("location"), member.Text("sha256")]));
        screen.Line(string.Join(", ", attached.Items("artefacts").CountBy(member => member.Text("kind"))
            .OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Value} {kind.Key}")));
    }
}
