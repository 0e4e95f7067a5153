using System.Text.Json;
using Sluice.Cli;

namespace Sluice.Acceptance.Tests.RealInput;

/// <summary>What people do on the gate's side, command by command.</summary>
internal sealed class GateWork(Office office)
{
    /// <summary>Requested, with the members attached folder by folder as they lie in their libraries.</summary>
    public async Task<string> Drafted(
        string title, string system, string requester, IReadOnlyList<Member> members, string? dependsOn = null)
    {
        var file = office.Write("change.json", JsonSerializer.Serialize(new
        {
            title, reason = "Release of CardDemo", kind = "normal", systems = (string[])[system],
            implementationPlan = "Copy the members, compile, bind", testPlan = "Parallel run in QA", backoutPlan = "Restore the members",
        }));
        string[] need = dependsOn is null ? [] : ["--depends-on", dependsOn];
        var drafted = await office.Asks(
            requester, ["change", "new", "--file", file, "--from", "+0m", "--until", "+3d", .. need]);
        var change = drafted.Text("ref");
        Assert.Equal(("draft", "unplanned"), (drafted.Text("status"), drafted.Text("deliveryStatus")));

        foreach (var library in members.GroupBy(member => member.Library))
        {
            var folder = Directory.CreateDirectory(office.At(change, library.Key)).FullName;
            foreach (var member in library)
                member.File.CopyTo(Path.Combine(folder, member.File.Name));
            (await office.Does(requester, "change", "attach", change, folder, "--author", "requester"))
                .Says([.. library.Select(member => member.Sha256), .. library.Select(member => member.Name)]);
        }
        var shown = await office.Asks("auditor", "change", "show", change);
        Assert.Equal(members.Select(member => member.ToString()).Order(StringComparer.Ordinal), Artefacts(shown));
        return change;
    }

    public async Task AssessedWithEvidence(string change, string requester)
    {
        await office.Does(requester, "change", "submit", change);
        await office.IsRefused(requester, "assessment.own-change", Assessment(change));
        (await office.Does("risk-reviewer", Assessment(change))).Says("gate: Authorize");
        var log = office.Write($"{change}.log", $"412 cases, 0 failures: {change}");
        await office.Does("qa", "change", "evidence", change, log, "--kind", "test-result", "--title", "Regression");
        (await office.Does("auditor", "change", "evidence", change)).Says("test-result", "Regression");
    }

    public async Task AskedAndAnswered(string change)
    {
        await office.Does(
            "change-manager", "change", "decide", change, "request-information", "--comment", "Which jobs read the old record?");
        (await office.Does("auditor", "change", "show", change)).Says("Information requested");
        (await office.Does("requester", "change", "submit", change, "--answer", "INTCALC and POSTTRAN, both in it"))
            .Says("gate: Authorize");
        (await office.Does("auditor", "change", "history", change)).Says("INTCALC and POSTTRAN");
    }

    public async Task ApprovedBy(string change, string owner, string manager)
    {
        var read = await Read(owner, change);
        (await office.Run("--as", owner, "change", "decide", change, "approve")).Is(Exit.Misused)
            .Says($"{read} is there now", $"sluice change show {change}");
        (await office.Does(owner, "change", "decide", change, "approve", "--revision", read, "--comment", "Read and understood"))
            .Says("gate: Authorize");
        await office.IsRefused(owner, "decision.already-approved", "change", "decide", change, "approve", "--revision", read);
        (await office.Does(manager, "change", "decide", change, "approve", "--revision", read, "--comment", "So do I"))
            .Says("gate: Approved");
    }

    public async Task RefusedToItsRequester(string change, string requester) => await office.IsRefused(
        requester, "decision.own-change", "change", "decide", change, "approve", "--revision", await Read(requester, change),
        "--comment", "Mine is fine");

    /// <summary>A material edit takes the authorization away; the same people look at the difference and approve anew.</summary>
    public async Task EditedAndApprovedAgain(string change)
    {
        var approved = await office.Asks("auditor", "change", "show", change);
        Assert.NotNull(approved.Json["authorization"]);

        (await office.Does("requester", "change", "edit", change, "--backout-plan", "Restore the members, then run REPROC once"))
            .Says("gate: Authorize", "revision");
        var edited = await office.Asks("auditor", "change", "show", change);
        Assert.Null(edited.Json["authorization"]);
        Assert.NotEqual(approved.Text("digest"), edited.Text("digest"));
        Assert.Equal([false, false], edited.Json["decisions"]!.AsArray().Select(decision => (bool)decision!["stands"]!));
        (await office.Does("change-manager", "change", "diff", change))
            .Says("/backoutPlan", "- Restore the members", "+ Restore the members, then run REPROC once");
        (await office.Run("--as", "operations", "gate", change)).Is(Exit.Refused).Says("deny", "gate: change.not-authorized");

        await ApprovedBy(change, "app-owner", "change-manager");
        Assert.NotNull((await office.Asks("auditor", "change", "show", change)).Json["authorization"]);
    }

    public async Task Reviewed(string change, string closeCode)
    {
        (await office.Does("change-manager", "change", "review", change, "--close-code", closeCode, "--notes", "Nothing to add"))
            .Says("gate: Closed");
        (await office.Does("auditor", "change", "show", change)).Says("Close code", closeCode);
    }

    /// <summary>The revision that somebody has before them.</summary>
    private async Task<string> Read(string reader, string change) =>
        (await office.Asks(reader, "change", "show", change)).Json["revision"]!.ToString();

    private static string[] Assessment(string change) =>
    [
        "change", "assess", change, "--likelihood", "2", "--impact", "3", "--reasons", "One night's batch", "--recovery",
        "Restore, 20 minutes",
    ];

    private static IEnumerable<string> Artefacts(Ran shown) => shown.Json["artefacts"]!.AsArray()
        .Select(artefact => $"{artefact!["kind"]} {artefact["name"]} {artefact["location"]} {artefact["sha256"]}")
        .Order(StringComparer.Ordinal);
}
