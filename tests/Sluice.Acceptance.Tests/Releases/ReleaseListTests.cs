using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Releases;

public sealed class ReleaseListTests
{
    public static MatrixTheoryData<Store, string> Sorts { get; } =
        new([Store.Sqlite, Store.Postgres], ["-ref", "ref", "-updated", "updated", "-from", "from"]);

    [Theory, MemberData(nameof(Sorts))]
    public async Task Pages_show_each_release_once_in_the_order_asked_for_and_those_without_an_interval_last(Store store, string sort)
    {
        var sluice = await RunningSluice.On(store);
        var (manager, marker) = (await sluice.As("release-manager"), $"sorted {sort}");
        var made = new List<(string Ref, int? Days)>();
        foreach (var days in (int?[])[2, null, 1, 2, null, 3])
        {
            var plan = days is { } ahead
                ? (object)new { title = marker, goal = "g", from = new DateTimeOffset(sluice.Now.UtcDateTime.Date.AddDays(ahead), TimeSpan.Zero), until = sluice.Now.AddDays(9), zone = "Etc/UTC" }
                : new { title = marker, goal = "g" };
            made.Add(((await manager.Post("/releases", plan)).Is(201).Ref, days));
        }
        var numbered = made.Select((release, place) => (release.Ref, release.Days, Place: place)).ToList();
        var expected = sort switch
        {
            "ref" or "updated" => numbered,
            "-ref" or "-updated" => numbered.OrderByDescending(release => release.Place),
            "from" => numbered.Where(release => release.Days is not null).OrderBy(release => release.Days).ThenBy(release => release.Place)
                .Concat(numbered.Where(release => release.Days is null).OrderByDescending(release => release.Place)),
            _ => numbered.Where(release => release.Days is not null).OrderByDescending(release => release.Days)
                .ThenByDescending(release => release.Place)
                .Concat(numbered.Where(release => release.Days is null).OrderByDescending(release => release.Place)),
        };

        foreach (var limit in (int[])[1, 2, 4, 50])
        {
            var seen = new List<string>();
            for (var next = $"/releases?q={Uri.EscapeDataString(marker)}&sort={sort}&limit={limit}"; next is not null;)
            {
                var page = (await manager.Get(next)).Is(200);
                seen.AddRange(page["items"].AsArray().Select(item => (string)item!["ref"]!));
                next = (string?)page.Json["nextLink"];
            }
            Assert.Equal(expected.Select(release => release.Ref), seen);
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Sort_that_has_no_index_is_refused_and_a_place_in_one_order_is_none_in_another(Store store)
    {
        var sluice = await RunningSluice.On(store);
        await sluice.Planned();
        await sluice.Planned();
        var auditor = await sluice.As("auditor");
        (await auditor.Get("/releases?sort=title")).IsRefused(422, "sort.unknown");
        var next = (await auditor.Get("/releases?sort=-updated&limit=1")).Text("nextLink");

        (await auditor.Get(next.Replace("-updated", "updated", StringComparison.Ordinal))).IsRefused(422, "after.unreadable");
    }
}
