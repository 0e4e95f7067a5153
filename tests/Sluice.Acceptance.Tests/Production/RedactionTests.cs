using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Production;

/// <summary>A secret that got into a text leaves the record as well as its history, when two people say so.</summary>
public sealed class RedactionTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Text_of_a_window_that_is_redacted_is_gone_from_the_window_too(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var control = await sluice.As("production-control");
        var path = "/windows/" + await sluice.AddedWindow(Given.In(40), Given.In(41), ["crm"]);
        (await control.Post(path + "/hold", new { reason = "The password is hunter2" })).Is(200);

        await Redact(sluice, path, 1);
        await Redact(sluice, path, 2);
        var shown = (await control.Get(path)).Is(200);

        Assert.Equal(("[redacted]", "[redacted]", "held"),
            ((string)shown["title"]!, (string)shown["heldBecause"]!, (string)shown["status"]!));
        Assert.DoesNotContain("hunter2", (await control.Get(path + "/proof")).Is(200).Body, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Reason_of_an_earlier_hold_is_redacted_without_touching_the_one_in_force(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var control = await sluice.As("production-control");
        var path = "/windows/" + await sluice.AddedWindow(Given.In(40), Given.In(41), ["crm"]);
        (await control.Post(path + "/hold", new { reason = "First" })).Is(200);
        (await control.Post(path + "/release", new { reason = "Over" })).Is(200);
        (await control.Post(path + "/hold", new { reason = "Second" })).Is(200);

        await Redact(sluice, path, 2);

        Assert.Equal("Second", (string)(await control.Get(path))["heldBecause"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Text_of_a_freeze_that_is_redacted_is_gone_from_the_freeze_too(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var control = await sluice.As("production-control");
        var key = Given.Key("freeze");
        (await control.Post("/freezes", new
        {
            key, title = "Secret", from = Given.In(60), until = Given.In(61), zone = "UTC", systems = (string[])["crm"],
            reason = "Secret too",
        })).Is(201);

        await Redact(sluice, $"/freezes/{key}", 1);
        var shown = (await control.Get($"/freezes/{key}")).Is(200);

        Assert.Equal(("[redacted]", "[redacted]"), ((string)shown["title"]!, (string)shown["reason"]!));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Name_that_is_in_force_has_to_be_edited_before_it_is_redacted(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var admin = await sluice.As("admin");
        var path = "/systems/" + await sluice.AddedSystem();

        (await admin.Post(path + "/history/1/redact", new { reason = "A secret" })).IsRefused(409, "redaction.in-force");
        (await admin.Patch(path, new { name = "Harmless" }, "\"1\"")).Is(200);
        await Redact(sluice, path, 1);

        Assert.Equal("Harmless", (string)(await admin.Get(path))["name"]!);
    }

    private static async Task Redact(RunningSluice sluice, string path, int sequence)
    {
        foreach (var (account, state) in ((string, string)[])[("admin", "asked"), ("production-control", "redacted")])
        {
            var reply = await (await sluice.As(account)).Post($"{path}/history/{sequence}/redact", new { reason = "A secret" });
            Assert.Equal(state, (string)reply.Is(200)["state"]!);
        }
    }
}
