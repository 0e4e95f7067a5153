using Sluice.Changes.Approvals;
using Sluice.Kernel.People;

namespace Sluice.Changes.Tests.Approvals;

public sealed class SeatingTests
{
    [Fact]
    public void Who_could_sit_elsewhere_moves_over_for_who_could_not()
    {
        var seating = new Seating(["owner:a", "owner:b"]);

        Assert.True(seating.Take(new("both"), ["owner:a", "owner:b"]));
        Assert.True(seating.Take(new("only-a"), ["owner:a"]));

        Assert.Equal(("owner:b", "owner:a"), (seating.SeatOf(new("both")), seating.SeatOf(new("only-a"))));
        Assert.Empty(seating.Open);
    }

    [Fact]
    public void Whole_row_moves_over_when_that_makes_room()
    {
        var seating = new Seating(["a", "b", "c", "d"]);
        Assert.True(seating.Take(new("1"), ["a", "b"]));
        Assert.True(seating.Take(new("2"), ["b", "c"]));
        Assert.True(seating.Take(new("3"), ["c", "d"]));

        Assert.True(seating.Take(new("4"), ["a"]));

        Assert.Equal(["a", "b", "c", "d"], ((string[])["4", "1", "2", "3"]).Select(person => seating.SeatOf(new(person))));
    }

    [Fact]
    public void Nobody_sits_twice_and_a_full_row_takes_nobody()
    {
        var seating = new Seating(["cab", "cab"]);
        Assert.True(seating.Take(new("1"), ["cab"]));
        Assert.Equal(["cab"], seating.Open);
        Assert.True(seating.Take(new("2"), ["cab"]));

        Assert.False(seating.Take(new("3"), ["cab"]));
        Assert.Null(seating.SeatOf(new("3")));
        Assert.Equal(("cab", "cab"), (seating.SeatOf(new("1")), seating.SeatOf(new("2"))));
    }

    [Fact]
    public void Who_can_fill_no_seat_gets_none()
    {
        var seating = new Seating(["a"]);

        Assert.False(seating.Take(new("1"), []));
        Assert.False(seating.Take(new("2"), ["b"]));
        Assert.Equal(["a"], seating.Open);
    }

    [Fact]
    public void Order_of_arrival_never_decides_whether_all_find_a_seat()
    {
        string[] seats = ["owner:a", "owner:b", "change-manager", "cab", "cab"];
        (Account Person, string[] Could)[] people =
        [
            (new("1"), ["owner:a", "owner:b", "change-manager"]), (new("2"), ["owner:a"]), (new("3"), ["change-manager", "cab"]),
            (new("4"), ["cab"]), (new("5"), ["cab", "owner:b"]),
        ];

        var orders = Orders([0, 1, 2, 3, 4]).ToList();

        Assert.Equal(120, orders.Count);
        foreach (var order in orders)
        {
            var seating = new Seating(seats);
            Assert.All(order, person => Assert.True(seating.Take(people[person].Person, people[person].Could), string.Join(' ', order)));
            Assert.All(people, one => Assert.Contains(seating.SeatOf(one.Person), one.Could));
        }
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length == 0 ? [[]]
        : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
