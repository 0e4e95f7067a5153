using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.Persistence;
using Sluice.Production.Calendar;

namespace Sluice.Acceptance.Tests.Production;

/// <summary>What the two sides book, as the calendar shows it.</summary>
public sealed class BookingTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Booking_is_shown_until_it_is_replaced_or_dropped(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (before, after) = (await sluice.AddedSystem(), await sluice.AddedSystem());
        var holder = Given.Key("CHG");

        await sluice.Books(Given.Booking(holder, Given.In(10), Given.In(11), before));
        var first = await Bookings(sluice, before);
        await sluice.Books(Given.Booking(holder, Given.In(12), Given.In(13), after) with { Title = "Moved" });
        var moved = await Bookings(sluice, after);
        var left = await Bookings(sluice, before);
        await sluice.Books(keep => keep.Drop(holder, default));

        Assert.Equal([(holder, "Work", null)], first);
        Assert.Equal([(holder, "Moved", null)], moved);
        Assert.Empty(left);
        Assert.Empty(await Bookings(sluice, after));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Booking_put_again_and_again_unaltered_stays_as_it_is(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var system = await sluice.AddedSystem();
        // A tenth of a microsecond, which neither database keeps.
        var booking = Given.Booking(Given.Key("CHG"), Given.In(10).AddTicks(3), Given.In(11).AddTicks(7), system);

        await sluice.Books(booking);
        await using var scope = await sluice.ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var keep = scope.ServiceProvider.GetRequiredService<KeepBookings>();
        for (var save = 0; save < 3; save++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await keep.Put(booking, default);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        Assert.Equal([(booking.Holder, "Work", null)], await Bookings(sluice, system));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Release_covers_the_bookings_of_its_changes_whichever_of_them_is_booked_first(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var system = await sluice.AddedSystem();
        var (early, late, same, release) = (Given.Key("CHG"), Given.Key("CHG"), Given.Key("CHG"), Given.Key("REL"));
        var whole = Given.Booking(release, Given.In(10), Given.In(11), system) with { Covers = [early, same, late] };

        await sluice.Books(Given.Booking(early, Given.In(10), Given.In(11), system));
        await sluice.Books(Given.Booking(same, Given.In(10), Given.In(11), system), whole);
        await sluice.Books(Given.Booking(late, Given.In(10), Given.In(11), system));

        Assert.Equal(
            [(early, "Work", release), (late, "Work", release), (same, "Work", release), (release, "Work", null)],
            await Bookings(sluice, system));
        Assert.Empty(await Conflicts(sluice, system));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Booking_that_is_no_longer_covered_counts_for_itself_again(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var system = await sluice.AddedSystem();
        var (one, other, release) = (Given.Key("CHG"), Given.Key("CHG"), Given.Key("REL"));
        var whole = Given.Booking(release, Given.In(10), Given.In(11), system) with { Covers = [one, other] };
        await sluice.Books(
            Given.Booking(one, Given.In(10), Given.In(11), system), Given.Booking(other, Given.In(10), Given.In(11), system),
            whole);

        await sluice.Books(whole with { Covers = [other] });
        var taken = await Conflicts(sluice, system);
        await sluice.Books(keep => keep.Drop(release, default));
        var dropped = await Conflicts(sluice, system);

        Assert.Equal([("booking.overlap", $"{one} {release}")], taken);
        Assert.Equal([("booking.overlap", $"{one} {other}")], dropped);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task One_unit_of_work_may_drop_and_put_as_often_as_it_likes(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var system = await sluice.AddedSystem();
        var (stored, fresh) = (Given.Booking(Given.Key("CHG"), Given.In(10), Given.In(11), system),
            Given.Booking(Given.Key("REL"), Given.In(10), Given.In(11), system));
        await sluice.Books(stored);

        await sluice.Books(async keep =>
        {
            await keep.Drop(stored.Holder, default);
            await keep.Put(fresh with { Covers = [stored.Holder] }, default);
            await keep.Put(stored with { Title = "Back again" }, default);
            await keep.Drop(fresh.Holder, default);
            await keep.Put(fresh, default);
        });

        Assert.Equal([(stored.Holder, "Back again", null), (fresh.Holder, "Work", null)], await Bookings(sluice, system));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Load_of_a_window_is_that_of_its_uncovered_bookings(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var window = await sluice.AddedWindow(Given.In(10), Given.In(11), ["crm"], maxChanges: 3, maxRiskPoints: 100);
        var (change, one, other) = (Given.Key("CHG"), Given.Key("REL"), Given.Key("REL"));
        await sluice.Books(
            In(window, change, changes: 1, points: 8),
            In(window, one, changes: 2, points: 9) with { Covers = [change] },
            In(window, other, changes: 3, points: 3));

        var whole = await sluice.Asks((ShowWindowLoad load) => load.Handle(window, "", default));
        var without = await sluice.Asks((ShowWindowLoad load) => load.Handle(window, one, default));
        var shown = (await (await sluice.As("requester")).Get($"/windows/{window}")).Is(200)["load"];

        Assert.Equal((5, 12), (whole.Changes, whole.RiskPoints));
        Assert.Equal([one, other], whole.Holders);
        Assert.Equal((3, 3), (without.Changes, without.RiskPoints));
        Assert.Equal((5, 12), ((int)shown["changes"]!, (int)shown["riskPoints"]!));
        Assert.Contains(("window.over-capacity", $"{window} {one} {other}"), await Conflicts(sluice, "crm"));
    }

    private static Booking In(string window, string holder, int changes, int points) =>
        Given.Booking(holder, Given.In(10), Given.In(11), "crm") with { Window = window, Changes = changes, RiskPoints = points };

    private static async Task<List<(string, string, string?)>> Bookings(RunningSluice sluice, string system) =>
        [.. (await Calendar(sluice, system))["bookings"].AsArray()
            .Select(booking => ((string)booking!["holder"]!, (string)booking["title"]!, (string?)booking["coveredBy"]))];

    private static async Task<List<(string, string)>> Conflicts(RunningSluice sluice, string system) =>
        [.. (await Calendar(sluice, system))["conflicts"].AsArray().Select(conflict =>
            ((string)conflict!["code"]!, string.Join(' ', conflict["items"]!.AsArray().Select(item => (string)item!))))];

    private static async Task<Reply> Calendar(RunningSluice sluice, string system) =>
        (await (await sluice.As("requester")).Get($"/calendar?system={system}")).Is(200);
}
