using System.Text.Json.Nodes;
using Sluice.Ledger;

namespace Sluice.Cli.Tests;

public sealed class LedgerTests : IDisposable
{
    private static readonly Proof Whole = Written("drafted", "submitted", "approved");
    private readonly Shell shell = new Shell().With("SLUICE_URL", "http://127.0.0.1:1"); // nobody there

    [Fact]
    public async Task Whole_history_verifies_offline_and_says_what_that_does_not_show()
    {
        var ran = await shell.Run("ledger", "verify", shell.File("proof.json", Whole.Write()));

        Assert.Equal((Exit.Yes, ""), (ran.Code, ran.Error));
        Assert.Contains($"CHG-1: 3 entries, head {Whole.Head}", ran.Out, StringComparison.Ordinal);
        Assert.Contains(Verification.Limits, ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_entry_is_named()
    {
        var file = shell.File("proof.json", Whole.Write().Replace("submitted", "submittee", StringComparison.Ordinal));

        var ran = await shell.Run("ledger", "verify", file);
        var inJson = JsonNode.Parse((await shell.Run("ledger", "verify", file, "--json")).Out)!;

        Assert.Equal(Exit.Refused, ran.Code);
        Assert.Contains("FAULT CHG-1 entry 2: entry.altered", ran.Out, StringComparison.Ordinal);
        Assert.Contains(Verification.Limits, ran.Out, StringComparison.Ordinal);
        Assert.Equal((false, 2, "entry.altered"), (
            (bool)inJson["verified"]!, (int)inJson["faults"]![0]!["sequence"]!, (string)inJson["faults"]![0]!["code"]!));
    }

    [Fact]
    public async Task Cut_off_history_shows_against_a_remembered_head()
    {
        var file = shell.File("proof.json", Written("drafted", "submitted").Write());

        Assert.Equal(Exit.Yes, (await shell.Run("ledger", "verify", file)).Code);
        foreach (var args in (string[][])
            [["--head", Whole.Head.Text], ["--head", Whole.Head.Text, "--sequence", "3"], ["--head", Whole.Head.Text + "@3"]])
        {
            var ran = await shell.Run(["ledger", "verify", file, .. args]);
            Assert.Equal(Exit.Refused, ran.Code);
            Assert.Contains("head.unknown", ran.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Remembered_head_of_an_earlier_entry_is_found()
    {
        var ran = await shell.Run(
            "ledger", "verify", shell.File("proof.json", Whole.Write()), "--head", Whole.Entries[1].Hash.Text + "@2");

        Assert.Equal(Exit.Yes, ran.Code);
        Assert.Contains("the remembered head is there", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--head", "sha256:abc")]
    [InlineData("--head", "cafe")]
    [InlineData("--sequence", "3")]
    public async Task Head_that_is_none_is_misuse_and_not_a_pass(string option, string value) => Assert.Equal(
        Exit.Misused, (await shell.Run("ledger", "verify", shell.File("proof.json", Whole.Write()), option, value)).Code);

    [Fact]
    public async Task Exported_proof_is_kept_byte_by_byte_and_its_head_is_told()
    {
        // White space that no writer of ours would produce.
        var proof = Whole.Write().Replace(",\"hash\"", " ,\n\"hash\"", StringComparison.Ordinal);
        using var server = FakeServer.Saying(200, proof);
        using var person = server.Shell();
        var file = Path.Combine(person.Folder, "proof.json");

        var ran = await person.Run("ledger", "export", "CHG-1", "--out", file);
        var printed = await person.Run("ledger", "export", "systems/core-batch");

        Assert.Equal(Exit.Yes, ran.Code);
        Assert.Equal(proof, await File.ReadAllTextAsync(file));
        Assert.Contains($"{Whole.Head} (entry 3)", ran.Out, StringComparison.Ordinal);
        Assert.Equal(proof, printed.Out.TrimEnd('\n'));
        Assert.Contains(Whole.Head.Text, printed.Error, StringComparison.Ordinal);
        Assert.Equal(["/api/v1/changes/CHG-1/proof", "/api/v1/systems/core-batch/proof"], server.Requests.Select(r => r.Path));
        Assert.Equal(Exit.Yes, (await shell.Run("ledger", "verify", file)).Code);
    }

    public void Dispose() => shell.Dispose();

    private static Proof Written(params string[] acts)
    {
        var entries = new List<ProvenEntry>();
        foreach (var act in acts)
        {
            var entry = new Entry(
                "T", "CHG-1", entries.Count + 1, "jo", act, new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero), new JsonObject(),
                entries.LastOrDefault()?.Hash ?? Digest.None).Seal();
            entries.Add(new(entry.Body, entry.Hash, []));
        }
        return new("T", "CHG-1", entries[^1].Hash, entries);
    }
}
