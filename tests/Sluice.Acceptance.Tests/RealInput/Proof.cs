using System.Text;
using System.Text.Json.Nodes;
using Sluice.Cli;

namespace Sluice.Acceptance.Tests.RealInput;

/// <summary>A history fetched by an auditor, and what becomes of it in somebody's hands. No server is asked any more.</summary>
internal static class Proof
{
    public static async Task HoldsAndShowsTampering(Office office, string record)
    {
        var file = office.At($"{record}.proof.json");
        var exported = await office.Asks("auditor", "ledger", "export", record, "--out", file);
        var (head, last) = (exported.Text("head"), (int)exported.Json["sequence"]!);
        Assert.True(last > 5, $"{record} has {last} entries.");

        (await office.Run("ledger", "verify", file)).Is(Exit.Yes)
            .Says($"{record}: {last} entries, head {head}", "cannot show");
        (await office.Run("ledger", "verify", file, "--head", $"{head}@{last}")).Is(Exit.Yes).Says("the remembered head is there");

        var whole = await File.ReadAllTextAsync(file);
        await IsFound(office, record, 3, Altered(whole, entries => Flip(entries[2]!)));
        await IsFound(office, record, 3, Altered(whole, entries => Swap(entries, 2, 3)));
        await IsFound(office, record, 3, Altered(whole, entries => entries.RemoveAt(2)));
        await CutOffShowsByTheHead(office, record, whole, $"{head}@{last}");
    }

    private static async Task IsFound(Office office, string record, int entry, string tampered) =>
        (await office.Run("ledger", "verify", office.Write("tampered.json", tampered))).Is(Exit.Refused)
            .Says($"FAULT {record} entry {entry}: ");

    /// <summary>Whoever cuts the end off and moves the head back leaves a chain without a fault: only a remembered head tells.</summary>
    private static async Task CutOffShowsByTheHead(Office office, string record, string whole, string head)
    {
        var cut = office.Write("cut.json", Altered(whole, entries => entries.RemoveAt(entries.Count - 1), movesHead: true));
        (await office.Run("ledger", "verify", cut)).Is(Exit.Yes).Says("cannot show");
        (await office.Run("ledger", "verify", cut, "--head", head)).Is(Exit.Refused).Says("head.unknown");
        (await office.Run("ledger", "verify", office.Write("short.json", Altered(whole, entries => entries.RemoveAt(entries.Count - 1)))))
            .Is(Exit.Refused).Says("FAULT " + record);
    }

    private static string Altered(string proof, Action<JsonArray> alter, bool movesHead = false)
    {
        var document = JsonNode.Parse(proof)!;
        alter(document["entries"]!.AsArray());
        if (movesHead)
            document["head"] = document["entries"]!.AsArray()[^1]!["hash"]!.DeepClone();
        return document.ToJsonString();
    }

    /// <summary>One bit of one character of what the entry says was done.</summary>
    private static void Flip(JsonNode entry)
    {
        var body = Encoding.UTF8.GetBytes((string)entry["body"]!);
        body[((string)entry["body"]!).IndexOf("\"act\":\"", StringComparison.Ordinal) + "\"act\":\"".Length] ^= 1;
        entry["body"] = Encoding.UTF8.GetString(body);
    }

    private static void Swap(JsonArray entries, int one, int other)
    {
        var (first, second) = (entries[one]!.DeepClone(), entries[other]!.DeepClone());
        (entries[one], entries[other]) = (second, first);
    }
}
