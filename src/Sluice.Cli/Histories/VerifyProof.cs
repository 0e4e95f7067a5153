using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Output;
using Sluice.Ledger;

namespace Sluice.Cli.Histories;

internal static class VerifyProof
{
    public static Command Create(CommandTree tree)
    {
        var file = new Argument<string>("FILE") { Description = "An exported proof, or several one after the other." };
        var heads = Fields.Many("--head", "A head noted earlier: sha256:HEX, or sha256:HEX@ENTRY. It must still occur.", "HEAD");
        var sequence = new Option<long?>("--sequence")
        {
            Description = "Which entry the (one) remembered head is of.",
            HelpName = "ENTRY",
        };
        return tree.Command("verify", "Checks histories without any server. Names every broken entry.",
            [
                "sluice ledger verify CHG-1042.proof.json",
                "sluice ledger verify CHG-1042.proof.json --head sha256:9f86d08… --sequence 12",
            ],
            [file, heads, sequence],
            (session, _) =>
            {
                var remembered = session.Of(heads)!.Select(head => Remembered(head, session.Of(sequence))).ToList();
                if (session.Has(sequence) && remembered.Count != 1)
                    throw new MisuseException("--sequence goes with exactly one --head.");
                var verification = Verification.Of(Files.Bytes(session.Of(file)), remembered);
                if (session.Screen.IsJson)
                    session.Screen.Document(Document(verification));
                else
                    Write(session.Screen, verification, remembered);
                return Task.FromResult(verification.Faults.Count == 0 ? Exit.Yes : Exit.Refused);
            });
    }

    private static RememberedHead Remembered(string text, long? sequence)
    {
        var (digest, entry) = text.Split('@') switch
        {
            [var alone] => (alone, sequence),
            [var head, var named] when long.TryParse(named, out var number) => (head, number),
            _ => ("", null),
        };
        return Digest.IsWritten(digest)
            ? new(new(digest), entry)
            : throw new MisuseException($"\"{text}\" is no head; one is sha256: and 64 lower-case hex digits.");
    }

    private static void Write(Screen screen, Verification verification, List<RememberedHead> remembered)
    {
        foreach (var record in verification.Records)
        {
            screen.Line($"{record.Record}: {record.Entries} entries, head {record.Head}");
            if (record.Redacted.Count > 0)
                screen.Line($"  Texts redacted by two people: entries {string.Join(", ", record.Redacted)}");
        }
        foreach (var fault in verification.Faults)
            screen.Line($"FAULT {Where(fault)}: {fault.Code}  {fault.Detail}");
        screen.Line((verification.Faults.Count, remembered.Count) switch
        {
            (0, 0) => "No faults.",
            (0, _) => "No faults, and the remembered head is there.",
            _ => $"Faults: {verification.Faults.Count}.",
        });
        screen.Line(Verification.Limits);
    }

    private static string Where(Fault fault) =>
        $"{fault.Record ?? "file"}{(fault.Sequence > 0 ? $" entry {fault.Sequence}" : "")}";

    private static JsonObject Document(Verification verification) => new()
    {
        ["verified"] = verification.Faults.Count == 0,
        ["records"] = new JsonArray([.. verification.Records.Select(record => new JsonObject
        {
            ["tenant"] = record.Tenant,
            ["record"] = record.Record,
            ["head"] = record.Head.Text,
            ["entries"] = record.Entries,
            ["redacted"] = new JsonArray([.. record.Redacted.Select(entry => JsonValue.Create(entry))]),
        })]),
        ["faults"] = new JsonArray([.. verification.Faults.Select(fault => new JsonObject
        {
            ["record"] = fault.Record,
            ["sequence"] = fault.Sequence,
            ["code"] = fault.Code,
            ["detail"] = fault.Detail,
        })]),
        ["limits"] = Verification.Limits,
    };
}
