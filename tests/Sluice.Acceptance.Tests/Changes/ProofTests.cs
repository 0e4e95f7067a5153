using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Changes;
using Sluice.Kernel.History;
using Sluice.Ledger;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class ProofTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Proof_of_a_change_verifies_without_the_server(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Approved()).Ref;

        var verified = Verification.Of(await Proof(sluice, change));

        Assert.Empty(verified.Faults);
        var record = verified.Records.Single();
        Assert.Equal((change, 5L), (record.Record, record.Entries));
        Assert.Equal((await sluice.History(change))[^1]["hash"]!.GetValue<string>(), record.Head.Text);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Redacted_change_verifies_and_says_what_was_redacted(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;
        (await (await sluice.As("support")).Post($"/changes/{change}/comments", new { text = "Secret" })).Is(201);
        foreach (var person in (string[])["change-manager", "admin"])
            await sluice.Act(person, change, "history/2/redact", new { reason = "Secret" });

        var verified = Verification.Of(await Proof(sluice, change));

        Assert.Empty(verified.Faults);
        Assert.Equal([2L], verified.Records.Single().Redacted);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Proof_shows_one_moment_even_when_a_text_is_redacted_while_it_is_read(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;
        (await (await sluice.As("support")).Post($"/changes/{change}/comments", new { text = "Secret" })).Is(201);
        var interrupted = ChangesModule.Kind with
        {
            Find = async (db, reference, ct) =>
            {
                var found = await ChangesModule.Kind.Find(db, reference, ct);
                foreach (var person in (string[])["change-manager", "admin"])
                    await sluice.Act(person, change, "history/2/redact", new { reason = "Secret" });
                return found;
            },
        };

        await using var scope = await sluice.ScopeOf("auditor");
        var proof = await scope.ServiceProvider.GetRequiredService<ShowProof>().Handle(interrupted, change, default);

        var before = Verification.Of(Encoding.UTF8.GetBytes(proof.Value));
        Assert.Empty(before.Faults);
        Assert.Equal((2L, 0), (before.Records.Single().Entries, before.Records.Single().Redacted.Count));
        Assert.Equal([2L], Verification.Of(await Proof(sluice, change)).Records.Single().Redacted);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task History_that_was_rewritten_in_the_proof_is_found(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;
        var proof = Encoding.UTF8.GetString(await Proof(sluice, change));

        var forged = proof.Replace("risk-reviewer", "cab-member-0", StringComparison.Ordinal);

        Assert.NotEqual(proof, forged);
        Assert.Contains(Verification.Of(Encoding.UTF8.GetBytes(forged)).Faults, fault => fault is { Sequence: 3, Code: "entry.altered" });
    }

    private static async Task<byte[]> Proof(RunningSluice sluice, string change)
    {
        using var reply = await (await sluice.As("auditor")).Fetch($"/changes/{change}/proof");
        return await reply.Content.ReadAsByteArrayAsync();
    }
}
