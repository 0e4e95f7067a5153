using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.RealInput;

/// <summary>
/// Members of CardDemo from request to closed release, every word of it typed at a shell by the person whose act it is; then the
/// histories, away from the server.
/// </summary>
public sealed class CardDemoTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Three_changes_of_real_members_go_through_gate_and_channel_and_prove_it(Store store)
    {
        var cardDemo = CardDemo.Find();
        await using var sluice = await RunningSluice.New(store);
        using var office = new Office(sluice);
        await office.LogIn(
            "requester", "app-owner", "risk-reviewer", "change-manager", "release-manager", "implementer-1", "implementer-2", "qa",
            "operations", "support", "auditor");
        var gate = new GateWork(office);
        var channel = new ChannelWork(office);

        var programs = await gate.Drafted("Widen the category balance record", "core-batch", "requester", cardDemo.CopybookAndPrograms());
        var job = await gate.Drafted("Back up transactions by procedure", "core-batch", "requester", cardDemo.JobAndProcedure(), programs);
        var tables = await gate.Drafted("Add the transaction type tables", "ledger-db", "app-owner", cardDemo.TablesAndBind(), job);

        await gate.AssessedWithEvidence(programs, "requester");
        await gate.AskedAndAnswered(programs);
        await gate.ApprovedBy(programs, "app-owner", "change-manager");
        await gate.AssessedWithEvidence(job, "requester");
        await gate.ApprovedBy(job, "app-owner", "change-manager");
        await gate.EditedAndApprovedAgain(job);
        await gate.AssessedWithEvidence(tables, "app-owner");
        await gate.RefusedToItsRequester(tables, "app-owner");
        await gate.ApprovedBy(tables, "support", "change-manager");

        var release = await channel.Started(programs, job, tables);
        await channel.Carried(release, programs, job);
        await channel.FailedAndBackedOut(release, tables);
        await channel.ValidatedAndClosed(release, [programs, job], tables);
        await gate.Reviewed(programs, "successful");
        await gate.Reviewed(job, "successful");
        await gate.Reviewed(tables, "backed-out");

        foreach (var record in (string[])[programs, job, tables, release])
            await Proof.HoldsAndShowsTampering(office, record);
    }
}
