using Sluice.Fuzz.Judging;
using Sluice.Fuzz.Making;
using Sluice.Fuzz.Running;

namespace Sluice.Mainframe.Tests.Fuzz;

/// <summary>A fault of a reader is found, and the input that shows it is had again.</summary>
public sealed class JudgeTests
{
    private static readonly Place Inside = new(1, 1);
    private static readonly Thing Program = new(ThingKind.Program, "PAYROLL");

    private static readonly Dictionary<string, Func<Reading>> Faults = new()
    {
        ["reference outside"] = () => Said(Refers(new(4, 1))),
        ["before the first column"] = () => Said(Refers(new(1, 0))),
        ["diagnostic outside"] = () => Good() with { Diagnostics = [new(new(0, 1), "jcl.a", "A.")] },
        ["definition outside"] = () => Good() with { Defines = [new(Program, new(4, 1))] },
        ["text too long"] = () => Said(Refers(Inside) with { Text = new('A', Reference.LongestText + 1) }),
        ["text of two lines"] = () => Said(Refers(Inside) with { Text = "A\nB" }),
        ["no reason"] = () => Said(Refers(Inside) with { Certainty = Certainty.Unresolved }),
        ["no chain"] = () => Said(Refers(Inside) with { Certainty = Certainty.Candidate }),
        ["exception"] = () => throw new InvalidOperationException("A reader has failed."),
        ["memory"] = () => Good() with { Diagnostics = [new(Inside, "jcl.a", $"{new byte[10_000_000].Length}")] },
        ["time"] = Slow,
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fault_is_found(string name) => Assert.NotNull(Of((_, _) => Faults[name]()).Finding);

    [Fact]
    public void Reader_that_keeps_its_promises_is_not_blamed() =>
        Assert.Null(Of((_, _) => Said(Refers(Inside), Refers(new(3, 80)))).Finding);

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Reference_to_the_right_of_its_line_is_found(int column, bool isFound) => Assert.Equal(isFound, new Judge((_, _) =>
        Said(Refers(new(1, column))) with { Lines = 1 }).Of(new(0, "PAYROLL.jcl", [.. "AB\n"u8]), twice: true).Finding is not null);

    [Fact]
    public void Reading_that_differs_the_second_time_is_found()
    {
        // What took long is read again before that, so it differs from one time to the next.
        var times = 0;

        Assert.StartsWith("read twice", Of((_, _) => times++ % 2 == 0 ? Good() : Said(Refers(Inside))).Finding?.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Reader_that_does_not_end_is_found()
    {
        using var stop = new ManualResetEventSlim();
        var campaign = new Campaign(Inputs(1), new Judge((_, _) =>
        {
            stop.Wait();
            return Good();
        }))
        {
            Wait = _ => TimeSpan.FromMilliseconds(100),
        };

        var outcome = campaign.Run(0, 1, TimeSpan.MaxValue);
        stop.Set();

        Assert.True(outcome.HasHung);
        Assert.Equal(("does not end", 0), (outcome.Findings.Single().Finding.What, outcome.Findings.Single().Input.Number));
    }

    [Fact]
    public void Input_is_the_same_each_time_without_those_before_it()
    {
        Assert.All(Enumerable.Range(0, 300), number =>
        {
            var (once, again) = (Inputs(7).Of(number), Inputs(7).Of(number));
            Assert.Equal((once.Path, Convert.ToHexString(once.Content)), (again.Path, Convert.ToHexString(again.Content)));
        });
        Assert.NotEqual(Inputs(7).Of(5).Content, Inputs(8).Of(5).Content);
    }

    [Fact]
    public void Input_is_made_as_small_as_shows_the_fault()
    {
        var judge = new Judge((_, content) => content.Contains((byte)'!') ? throw new InvalidOperationException("!") : Good());
        var input = new Input(0, "A", [.. new byte[100], (byte)'!', .. new byte[100]]);

        Assert.Equal("!"u8.ToArray(), Shrinking.Of(input, judge.Of(input, twice: false).Finding!, judge).Content);
    }

    private static Inputs Inputs(ulong seed) => new(SeedMembers.Own(), seed, 100_000);

    private static Verdict Of(Func<string, ReadOnlySpan<byte>, Reading> read) => new Judge(read).Of(new(0, "PAYROLL.jcl", []), twice: true);

    private static Reading Good() => new("PAYROLL", MemberKind.Jcl, Language.Jcl, "ASCII", 3);

    private static Reading Said(params Reference[] references) => Good() with { References = references };

    private static Reference Refers(Place at) => new(Program, Verb.Calls, Program, at, "CALL 'PAYROLL'.");

    private static Reading Slow()
    {
        var began = ThreadTime.Now;
        while (ThreadTime.Now - began < TimeSpan.FromMilliseconds(10))
            Thread.SpinWait(1000);
        return Good();
    }
}
