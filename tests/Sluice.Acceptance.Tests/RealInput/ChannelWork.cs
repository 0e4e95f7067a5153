using Sluice.Acceptance.Tests.Releases;
using Sluice.Cli;

namespace Sluice.Acceptance.Tests.RealInput;

/// <summary>What people do on the channel's side, command by command.</summary>
internal sealed class ChannelWork(Office office)
{
    private const string Manager = "release-manager";

    /// <summary>All three in order, with a runbook from a file, scheduled, ready, go, start.</summary>
    public async Task<string> Started(params string[] changes)
    {
        var release = (await office.Asks(Manager, "release", "new", "--title", "CardDemo", "--goal", "Balances, backup, tables")).Text("ref");
        foreach (var (place, change) in changes.Index())
            await office.Does(Manager,
            [
                "release", "add", release, change, "--order", $"{place + 1}",
                .. place > 0 ? (string[])["--depends-on", changes[place - 1]] : [],
            ]);
        (await office.Run("--as", Manager, "release", "ready", release)).Is(Exit.Refused)
            .Says("Not ready", "runbook.steps", "evidence.testing", "window");
        await office.IsRefused(Manager, "runbook.steps-missing", "release", "decide", release, "go");

        var runbook = office.Write("runbook.json", ReleaseSteps.Runbook(changes).ToJsonString());
        await office.Does(Manager, "release", "runbook", release, runbook);
        (await office.Does(Manager, "release", "schedule", release, "--from", "+30m", "--until", "+8h", "--zone", "Europe/Zurich"))
            .Says("Scheduled");
        await office.Does(Manager, "release", "ready", release);
        await office.Does(Manager, "release", "decide", release, "go", "--comment", "All green");
        await office.IsRefused(Manager, "window.closed", "release", "start", release);
        await office.Does(Manager, "release", "schedule", release, "--from", "+0m", "--until", "+8h", "--zone", "Europe/Zurich");
        (await office.Does(Manager, "release", "decide", release, "go", "--comment", "All green, and open")).Says("Ready");
        (await office.Run("--as", "operations", "gate", changes[0])).Is(Exit.Refused).Says("deny", "channel: release.not-executing");
        (await office.Does(Manager, "release", "start", release, "--reason", "All on the bridge")).Says("Executing");
        return release;
    }

    /// <summary>Every step of each done by the team; the gate lets the change through while it is being carried out.</summary>
    public async Task Carried(string release, params string[] changes)
    {
        foreach (var change in changes)
        {
            await office.IsRefused(Manager, "step.not-yours", "release", "step", release, $"i-{change}", "start");
            await office.Does("implementer-1", "release", "step", release, $"i-{change}", "start");
            (await office.Does("operations", "gate", change)).Says("allow", change);
            await office.Does("implementer-1", "release", "step", release, $"i-{change}", "complete", "--notes", "RC 0");
            await office.Does("implementer-2", "release", "step", release, $"v-{change}", "start");
            await office.Does("implementer-2", "release", "step", release, $"v-{change}", "complete", "--notes", "Totals agree");
        }
        (await office.Does("auditor", "release", "show", release)).Says("Implemented", "implementer-1", "Executing");
    }

    public async Task FailedAndBackedOut(string release, string change)
    {
        await office.Does("implementer-1", "release", "step", release, $"i-{change}", "start");
        await office.Does("implementer-1", "release", "step", release, $"i-{change}", "fail", "--notes", "SQLCODE -204 in the bind");
        await office.Does(Manager, "release", "suspend", release, "--reason", "Waiting for the DBA");
        await office.Does(Manager, "release", "resume", release);
        await office.Does(Manager, "release", "back-out", release, "--change", change, "--reason", "The bind does not find the table");
        foreach (var act in (string[])["start", "complete"])
            await office.Does("implementer-2", "release", "step", release, $"b-{change}", act);
        (await office.Does("auditor", "change", "show", change)).Says("Backed out", "Review");
        await office.Does("implementer-1", "release", "step", release, "tell", "start");
        (await office.Does("implementer-1", "release", "step", release, "tell", "complete")).Says("Validating");
    }

    public async Task ValidatedAndClosed(string release, IReadOnlyList<string> validated, string backedOut)
    {
        await office.IsRefused(Manager, "item.no-result", Close(release, "successful-with-issues"));
        await office.IsRefused(Manager, "validate.not-validator", "release", "validate", release, validated[0], "passed");
        await office.IsRefused("qa", "item.not-implemented", "release", "validate", release, backedOut, "passed");
        foreach (var change in validated)
            await office.Does("qa", "release", "validate", release, change, "passed", "--notes", "Totals agree");
        await office.IsRefused(Manager, "close.not-successful", Close(release, "successful"));
        (await office.Does(Manager, Close(release, "successful-with-issues"))).Says("Completed with exceptions");

        var shown = await office.Asks("auditor", "release", "show", release);
        Assert.Equal("completed-with-exceptions", shown.Text("status"));
        Assert.Equal(
            [.. validated.Select(change => $"{change} validated"), $"{backedOut} backed-out"],
            shown.Json["items"]!.AsArray().Select(item => $"{item!["change"]} {item["deliveryStatus"]}"));
        (await office.Does("auditor", "release", "list", "--status", "completed-with-exceptions"))
            .Says(release, $"{backedOut} backed-out");
    }

    private static string[] Close(string release, string outcome) =>
        ["release", "close", release, "--outcome", outcome, "--notes", "The tables come next week"];
}
