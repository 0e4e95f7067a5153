using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>The pages around changes and releases: systems, teams, customers, people, tokens, audit.</summary>
public sealed class EstateLookTests(Chromium chromium) : Visitors(chromium)
{
    [Theory, MemberData(nameof(PageLook.All), MemberType = typeof(PageLook))]
    public async Task Every_page_of_the_estate_is_accessible_narrow_and_light(ColorScheme scheme, int width)
    {
        var look = new PageLook(scheme, width);
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var change = await sluice.Deliverable();
        var release = await sluice.Executing(change);
        await sluice.Done(release, $"i-{change}", $"v-{change}", "tell");
        var api = await sluice.As("admin");
        (await api.Post("/systems/payments-api/comments", new { text = "Restarted at 02:10 after the certificate was renewed." })).Is(201);
        (await api.Patch("/systems/payments-api", new { criticality = "high" })).Is(200);

        var admin = await As("admin", sluice, look.Browser);
        await look.At(admin, "systems", "/systems");
        await look.At(admin, "systems-filtered", "/systems?q=a&criticality=critical");
        await look.At(admin, "systems-none", "/systems?q=nothing-like-it");
        await look.At(admin, "system", "/systems/payments-api");
        await look.At(admin, "system-depended-on", "/systems/ledger-db?since=30d");
        await look.At(admin, "system-edit", "/systems/card-portal/edit");
        (await api.Patch("/systems/card-portal", new { environment = "Moved meanwhile", dependsOn = (string[])[] })).Is(200);
        await admin.ClickAsync("text=Save");
        await look.Here(admin, "system-edit-stale");
        await look.At(admin, "system-new", "/systems/new");
        await admin.ClickAsync("text=Add system");
        await look.Here(admin, "system-new-refused");
        await look.At(admin, "teams", "/teams");
        await look.At(admin, "team", "/teams/payments");
        await look.At(admin, "team-edit", "/teams/payments/edit");
        await look.At(admin, "team-new", "/teams/new");
        await look.At(admin, "customers", "/customers");
        await look.At(admin, "customer", "/customers/retail");
        await look.At(admin, "customer-new", "/customers/new");
        await look.At(admin, "people", "/people");
        await look.At(admin, "person", "/people/qa");
        await look.At(admin, "person-own", "/people/admin");
        await look.At(admin, "person-new", "/people/new");
        await admin.FillAsync("#person-account", "night-operator");
        await admin.FillAsync("#person-name", "Night operator");
        await admin.CheckAsync("input[value=operations]");
        await admin.ClickAsync("text=Add person");
        await look.Here(admin, "person-added");
        await look.At(admin, "audit", "/audit");
        await look.At(admin, "audit-filtered", "/audit?actor=admin&act=system.edited&from=2020-01-01T00:00");
        await look.At(admin, "audit-none", "/audit?record=CHG-999999");

        var requester = await As("requester", sluice, look.Browser);
        await look.At(requester, "tokens-empty", "/tokens");
        await requester.FillAsync("#token-name", "Nightly pipeline that asks the gate");
        await requester.CheckAsync("input[value=gate]");
        await requester.ClickAsync("text=Make token");
        await look.Here(requester, "token-made");
        await requester.GotoAsync("/tokens");
        await requester.ClickAsync("summary >> text=Revoke");
        await look.Here(requester, "tokens");
        await look.At(requester, "system-refused", "/systems/core-batch");
        await look.At(requester, "person-refused", "/people/requester");
        await look.At(requester, "settings", "/settings");
        await requester.ClickAsync("text=Change password");
        await look.Here(requester, "settings-refused");
    }
}
