using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>The pages around changes and releases: systems, teams, customers, people, tokens, audit.</summary>
public sealed class EstateLookTests(Chromium chromium) : Visitors(chromium)
{
    [Fact]
    public async Task Every_page_of_the_estate_is_accessible_narrow_and_light()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var change = await sluice.Deliverable();
        var release = await sluice.Executing(change);
        await sluice.Done(release, $"i-{change}", $"v-{change}", "tell");
        var api = await sluice.As("admin");
        (await api.Post("/systems/payments-api/comments", new { text = "Restarted at 02:10 after the certificate was renewed." })).Is(201);
        (await api.Patch("/systems/payments-api", new { criticality = "high" })).Is(200);

        var admin = await Looking("admin", sluice);
        await PageLook.At(admin, "systems", "/systems");
        await PageLook.At(admin, "systems-filtered", "/systems?q=a&criticality=critical");
        await PageLook.At(admin, "systems-none", "/systems?q=nothing-like-it");
        await PageLook.At(admin, "system", "/systems/payments-api");
        await PageLook.At(admin, "system-depended-on", "/systems/ledger-db?since=30d");
        await PageLook.At(admin, "system-edit", "/systems/card-portal/edit");
        (await api.Patch("/systems/card-portal", new { environment = "Moved meanwhile", dependsOn = (string[])[] })).Is(200);
        await admin.ClickAsync("text=Save");
        await PageLook.Here(admin, "system-edit-stale");
        await PageLook.At(admin, "system-new", "/systems/new");
        await admin.ClickAsync("text=Add system");
        await PageLook.Here(admin, "system-new-refused");
        await PageLook.At(admin, "teams", "/teams");
        await PageLook.At(admin, "team", "/teams/payments");
        await PageLook.At(admin, "team-edit", "/teams/payments/edit");
        await PageLook.At(admin, "team-new", "/teams/new");
        await PageLook.At(admin, "customers", "/customers");
        await PageLook.At(admin, "customer", "/customers/retail");
        await PageLook.At(admin, "customer-new", "/customers/new");
        await PageLook.At(admin, "people", "/people");
        await PageLook.At(admin, "person", "/people/qa");
        await PageLook.At(admin, "person-own", "/people/admin");
        await PageLook.At(admin, "person-new", "/people/new");
        await admin.FillAsync("#person-account", "night-operator");
        await admin.FillAsync("#person-name", "Night operator");
        await admin.CheckAsync("input[value=operations]");
        await admin.ClickAsync("text=Add person");
        await PageLook.Here(admin, "person-added");
        await PageLook.At(admin, "audit", "/audit");
        await PageLook.At(admin, "audit-filtered", "/audit?actor=admin&act=system.edited&from=2020-01-01T00:00");
        await PageLook.At(admin, "audit-none", "/audit?record=CHG-999999");

        var requester = await Looking("requester", sluice);
        await PageLook.At(requester, "tokens-empty", "/tokens");
        await requester.FillAsync("#token-name", "Nightly pipeline that asks the gate");
        await requester.CheckAsync("input[value=gate]");
        await requester.ClickAsync("text=Make token");
        await PageLook.Here(requester, "token-made");
        await requester.GotoAsync("/tokens");
        await requester.ClickAsync("summary >> text=Revoke");
        await PageLook.Here(requester, "tokens");
        await PageLook.At(requester, "system-refused", "/systems/core-batch");
        await PageLook.At(requester, "person-refused", "/people/requester");
        await PageLook.At(requester, "settings", "/settings");
        await requester.ClickAsync("text=Change password");
        await PageLook.Here(requester, "settings-refused");
    }
}
