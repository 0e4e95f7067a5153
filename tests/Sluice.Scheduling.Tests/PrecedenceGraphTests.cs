using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Sluice.Scheduling.Tests;

public sealed class PrecedenceGraphTests
{
    [Fact]
    public void Nothing_has_no_circle_no_order_and_takes_no_time()
    {
        var graph = Graph();

        Assert.Empty(graph.Cycle);
        Assert.Empty(graph.Order);
        Assert.Equal(0, graph.LeastTime(_ => 1));
    }

    [Fact]
    public void Circle_is_named_from_its_first_piece_back_to_it()
    {
        Assert.Equal(["b", "c", "d", "b"], Graph(("a", ["b"]), ("b", ["c"]), ("c", ["d"]), ("d", ["b"])).Cycle);
        Assert.Equal(["a", "a"], Graph(("a", ["a"])).Cycle);
    }

    [Fact]
    public void Two_ways_to_the_same_piece_are_no_circle() =>
        Assert.Empty(Graph(("a", ["b", "c"]), ("b", ["d"]), ("c", ["d"]), ("d", [])).Cycle);

    [Fact]
    public void Order_moves_a_piece_forward_only_when_an_earlier_one_waits_for_it() =>
        Assert.Equal(["load", "bind", "start", "tell"], Graph(("load", []), ("start", ["bind"]), ("bind", ["load"]), ("tell", [])).Order);

    [Fact]
    public void Name_that_is_no_piece_waits_for_nothing() =>
        Assert.Equal(["elsewhere", "a"], Graph(("a", ["elsewhere"])).Order);

    [Fact]
    public void What_runs_side_by_side_takes_as_long_as_the_longest_way_through()
    {
        var minutes = new Dictionary<string, long> { ["stop"] = 5, ["web"] = 30, ["host"] = 10, ["bind"] = 15, ["start"] = 5 };
        var graph = Graph(("stop", []), ("web", ["stop"]), ("host", ["stop"]), ("bind", ["host"]), ("start", ["web", "bind"]));

        Assert.Equal(5 + 30 + 5, graph.LeastTime(piece => minutes[piece]));
    }

    [Fact]
    public void Chain_of_a_hundred_thousand_does_not_exhaust_the_stack()
    {
        const int Length = 100_000;
        var chain = Enumerable.Range(0, Length).ToDictionary(
            piece => $"{piece}", piece => (IReadOnlyList<string>)(piece + 1 < Length ? [$"{piece + 1}"] : []));

        Assert.Equal(Length, new PrecedenceGraph(chain).LeastTime(_ => 1));
    }

    // Pieces that wait only for earlier ones can be done in the order they are given in.
    [Fact]
    public void Work_that_waits_for_earlier_work_only_keeps_its_order_and_takes_the_longest_way() => Prop.ForAll(Waits.ToArbitrary(), waits =>
    {
        var work = waits.Select((before, place) => (Piece: $"{place}", Before: before.Where(other => other < place).ToList())).ToList();
        var graph = Graph([.. work.Select(piece => (piece.Piece, piece.Before.Select(other => $"{other}").ToArray()))]);

        Assert.Empty(graph.Cycle);
        Assert.Equal(work.Select(piece => piece.Piece), graph.Order);
        Assert.Equal(Enumerable.Range(0, work.Count).Select(Longest).DefaultIfEmpty().Max(), graph.LeastTime(Minutes));

        long Longest(int place) => Minutes(work[place].Piece) + work[place].Before.Select(Longest).DefaultIfEmpty().Max();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Piece_is_critical_when_a_moment_more_of_it_makes_the_whole_longer() => Prop.ForAll(Waits.ToArbitrary(), waits =>
    {
        var graph = Graph([.. waits.Select((before, place) =>
            ($"{place}", before.Where(other => other < place).Select(other => $"{other}").ToArray()))]);
        var critical = graph.Critical(graph.Earliest(Minutes, _ => 0));

        foreach (var piece in graph.Order)
            Assert.Equal(
                critical.Contains(piece), graph.LeastTime(Minutes) < graph.LeastTime(other => Minutes(other) + (other == piece ? 1 : 0)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_order_respects_every_wait_or_a_true_circle_is_named() => Prop.ForAll(Waits.ToArbitrary(), waits =>
    {
        var work = waits.Select((before, place) => ($"{place}", before.Select(other => $"{other}").ToArray())).ToArray();
        var graph = Graph(work);
        var waitsFor = work.ToDictionary(piece => piece.Item1, piece => piece.Item2);
        var places = graph.Order.Select((piece, place) => (piece, place)).ToDictionary(known => known.piece, known => known.place);

        var isOrdered = work.All(piece => piece.Item2.All(before => places[before] < places[piece.Item1]));
        Assert.Equal(isOrdered, graph.Cycle.Count == 0);
        foreach (var (piece, next) in graph.Cycle.Zip(graph.Cycle.Skip(1)))
            Assert.Contains(next, waitsFor[piece]);
        if (graph.Cycle.Count > 0)
            Assert.Equal(graph.Cycle[0], graph.Cycle[^1]);
    }).QuickCheckThrowOnFailure();

    /// <summary>For each of up to twelve pieces, up to three numbers of pieces that it waits for.</summary>
    private static Gen<int[][]> Waits { get; } = Gen.Choose(0, 12).SelectMany(count =>
        Gen.Choose(0, 3).SelectMany(waits => Gen.Choose(0, Math.Max(0, count - 1)).ArrayOf(waits)).ArrayOf(count));

    private static long Minutes(string piece) => (7 * int.Parse(piece, CultureInfo.InvariantCulture) % 5) + 1;

    private static PrecedenceGraph Graph(params (string Piece, string[] WaitsFor)[] pieces) =>
        new(pieces.ToDictionary(piece => piece.Piece, piece => (IReadOnlyList<string>)piece.WaitsFor));
}
