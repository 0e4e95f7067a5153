using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Pages;

namespace Sluice.Acceptance.Tests.Kernel;

/// <summary>What an organisation goes by. The other one is set here: the first one's forms are looked at elsewhere.</summary>
public sealed class OrganisationTests
{
    private const string Other = "/organisations/other";

    [Theory, ClassData(typeof(BothStores))]
    public async Task Admin_sets_what_everybody_goes_by_and_the_history_says_who(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var (admin, reader) = (await sluice.As("other-admin"), await sluice.As("other-requester"));
        var untouched = (await reader.Get(Other)).Is(200);
        Assert.Null(untouched.Json["zone"]);
        Assert.Equal("organisation.not-admin", (string?)untouched["refusedActions"].AsArray().Single()!["reasons"]![0]!["code"]);

        (await reader.Put(Other, Set("Other bank", "Asia/Kathmandu"), untouched.ETag)).IsRefused(403, "organisation.not-admin");
        (await admin.Put(Other, Set("Other bank", "Asia/Kathmandu"), null)).IsRefused(428, "version.missing");
        (await admin.Put(Other, Set("", "Nowhere/Atall"), untouched.ETag)).IsRefused(422, "zone.unknown");
        var set = (await admin.Put(Other, Set("Other bank", "Asia/Kathmandu"), untouched.ETag)).Is(200);
        (await admin.Put(Other, Set("Too late", null), untouched.ETag)).IsRefused(412, "version.stale");
        // Nothing differs: nothing is added to the history.
        Assert.Equal(set.ETag, (await admin.Put(Other, Set("Other bank", "Asia/Kathmandu"), set.ETag)).Is(200).ETag);

        var seen = (await reader.Get(Other)).Is(200);
        Assert.Equal(("Other bank", "Asia/Kathmandu", 1), (seen.Text("name"), seen.Text("zone"), (int)seen["version"]));
        var entry = (await reader.Get(Other + "/history")).Is(200)["items"].AsArray().Single()!;
        Assert.Equal(("organisation.edited", "other-admin"), ((string)entry["act"]!, (string)entry["actor"]!));
        Assert.Equal("Asia/Kathmandu", (string?)entry["facts"]!["zone"]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Another_organisation_is_as_unknown_as_one_that_never_was(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var admin = await sluice.As("other-admin");

        foreach (var key in (string[])["demo", "nobody"])
        {
            (await admin.Get($"/organisations/{key}")).IsRefused(404, "organisation.unknown");
            (await admin.Get($"/organisations/{key}/history")).IsRefused(404, "organisation.unknown");
            (await admin.Put($"/organisations/{key}", Set("Mine now", null), "\"0\"")).IsRefused(404, "organisation.unknown");
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Its_zone_is_where_new_windows_freezes_and_releases_begin(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var (admin, control) = (new Typist(sluice), new Typist(sluice));
        await admin.SignIn("admin");
        await control.SignIn("production-control");
        Assert.Contains("UTC", (await control.Open("/windows/new")).Value("window-zone"), StringComparison.Ordinal);

        var refused = await admin.Send(await admin.Open("/organisations/demo"), "Edit", ("name", "Demo bank"), ("zone", "Nowhere/Atall"));
        Assert.Equal((422, "Nowhere/Atall", "Demo bank"), (refused.Status, refused.Value("edit-zone"), refused.Value("edit-name")));
        Assert.Contains("zone.unknown", refused.Html, StringComparison.Ordinal);
        var done = await admin.Send(refused, "Edit", ("name", "Demo bank"), ("zone", " Europe/Zurich "));

        Assert.Contains("New windows, freezes and releases begin with this zone", done.Text, StringComparison.Ordinal);
        Assert.Contains("Europe/Zurich", done.Text, StringComparison.Ordinal);
        Assert.Equal("Europe/Zurich", (await control.Open("/windows/new")).Value("window-zone"));
        Assert.Equal("Europe/Zurich", (await control.Open("/freezes/new")).Value("freeze-zone"));
        var manager = new Typist(sluice);
        await manager.SignIn("release-manager");
        Assert.Equal("Europe/Zurich", (await manager.Open("/releases/new")).Value("plan-zone"));
        Assert.Contains("organisation.not-admin", (await manager.Open("/organisation")).Html, StringComparison.Ordinal);
        Assert.Equal(404, (await manager.Open("/organisations/other")).Status);
    }

    private static object Set(string name, string? zone) => new { name, zone };
}
