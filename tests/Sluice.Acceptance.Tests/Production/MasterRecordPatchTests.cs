using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Production;

/// <summary>RFC 7396 for teams, systems and customers.</summary>
public sealed class MasterRecordPatchTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Null_clears_what_may_be_empty_and_is_refused_where_something_has_to_stand(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (admin, key) = (await sluice.As("admin"), Given.Key("null"));
        (await admin.Post("/teams", Given.Team(key, "qa"))).Is(201);
        (await admin.Post("/systems", Given.System(key, key, "ledger-db"))).Is(201);
        (await admin.Post("/customers", new { key, name = "A customer", systems = (string[])[key] })).Is(201);
        foreach (var (kind, list, required) in ((string, string, string[])[])
                 [
                     ("teams", "members", ["key", "name"]), ("customers", "systems", ["key", "name"]),
                     ("systems", "dependsOn", ["criticality", "environment", "key", "name", "ownerTeam"]),
                 ])
        {
            var path = $"/{kind}/{key}";
            var refused = (await admin.Patch(path, Nulls(required))).Is(422);
            Assert.Equal(required.Select(field => "/" + field), refused.Pointers.Order(StringComparer.Ordinal));

            var cleared = (await admin.Patch(path, Nulls(list))).Is(200);
            Assert.Empty(cleared[list].AsArray());
            Assert.Equal(cleared.ETag, (await admin.Patch(path, Nulls(list))).Is(200).ETag); // as empty as before
        }

        static string Nulls(params string[] fields) => $"{{{string.Join(',', fields.Select(field => $"\"{field}\":null"))}}}";
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Version_that_was_not_seen_hides_no_other_reason(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (admin, stranger) = (await sluice.As("admin"), await sluice.As("requester"));
        foreach (var path in (string[])["/systems/crm", "/teams/payments", "/customers/retail"])
        {
            Assert.Equal(["text.missing", "version.missing"], (await admin.Patch(path, new { name = "" }, null)).Is(422).Codes);
            Assert.Equal(["text.missing", "version.stale"], (await admin.Patch(path, new { name = "" }, "\"999\"")).Is(422).Codes);
            var refused = (await stranger.Patch(path, new { name = "Mine" }, null)).Is(403);
            Assert.EndsWith(".not-admin", refused.Codes[0], StringComparison.Ordinal);
            Assert.Contains("version.missing", refused.Codes);
        }
    }
}
