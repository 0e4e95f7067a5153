using Sluice.Production.Systems;

namespace Sluice.Production.Tests.Systems;

public sealed class SystemGraphTests
{
    /// <summary>web → api → db, batch → db.</summary>
    private static readonly SystemGraph Graph = new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["web"] = ["api"],
        ["api"] = ["db"],
        ["batch"] = ["db"],
        ["db"] = [],
    });

    [Fact]
    public void What_a_system_cannot_work_without_is_found_at_any_remove() =>
        Assert.Equal(["api", "db"], Graph.Below(["web"]).Order());

    [Fact]
    public void What_cannot_work_without_a_system_is_found_at_any_remove() =>
        Assert.Equal(["api", "batch", "web"], Graph.Above(["db"]).Order());

    [Fact]
    public void Cycle_is_named_all_the_way_round() =>
        Assert.Equal(["db", "web", "api", "db"], Graph.CycleBy("db", ["web"]));

    [Fact]
    public void System_that_depends_on_itself_is_a_cycle() => Assert.Equal(["db", "db"], Graph.CycleBy("db", ["db"]));

    [Fact]
    public void System_that_is_not_known_yet_can_close_no_cycle_but_its_own()
    {
        Assert.Empty(Graph.CycleBy("new", ["web", "db"]));
        Assert.Equal(["new", "new"], Graph.CycleBy("new", ["web", "new"]));
    }

    [Fact]
    public void Two_ways_to_the_same_system_are_no_cycle() => Assert.Empty(Graph.CycleBy("web", ["api", "db"]));
}
