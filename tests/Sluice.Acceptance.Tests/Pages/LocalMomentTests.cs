using System.Globalization;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Times as people type them, by the clocks of a zone.</summary>
public sealed class LocalMomentTests
{
    [Theory]
    [InlineData("2026-11-22T23:00", "Europe/Zurich", "2026-11-22T22:00:00Z")]
    [InlineData("2026-07-01T23:00", "Europe/Zurich", "2026-07-01T21:00:00Z")]
    [InlineData("2026-11-22T23:00:30", "UTC", "2026-11-22T23:00:30Z")]
    [InlineData(" 2026-11-22T23:00 ", "Asia/Kathmandu", "2026-11-22T17:15:00Z")]
    [InlineData("2026-11-22T20:00", "America/New_York", "2026-11-23T01:00:00Z")]
    public void Time_is_read_by_the_clocks_of_the_zone(string typed, string zone, string expected) =>
        Assert.Equal(new LocalMoment(Moment(expected), null), Read(typed, zone));

    [Theory]
    [InlineData("2026-10-25T02:30", "Europe/Zurich", "2026-10-25T00:30:00Z")]
    [InlineData("2026-11-01T01:00", "America/New_York", "2026-11-01T05:00:00Z")]
    [InlineData("2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z")]
    public void Time_that_is_shown_twice_is_asked_about_and_then_either(string typed, string zone, string first)
    {
        var asked = Read(typed, zone);
        var clocks = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var (one, two) = (Read(typed, zone, LocalMoment.First).At!.Value, Read(typed, zone, LocalMoment.Second).At!.Value);

        Assert.Null(asked.At);
        Assert.Equal(("moment.twice", "/from"), (asked.Wrong!.Code, asked.Wrong.Pointer));
        Assert.Equal(Moment(first), one);
        Assert.True(two > one);
        Assert.Equal([(typed, LocalMoment.First), (typed, LocalMoment.Second)],
            new[] { one, two }.Select(moment => LocalMoment.Write(moment, clocks)));
        Assert.Equal([LocalMoment.First, LocalMoment.Second], LocalMoment.Turns(typed, clocks).Select(turn => turn.Value));
    }

    [Theory]
    [InlineData("2026-03-29T02:00", "Europe/Zurich", "from 02:00 to 03:00")]
    [InlineData("2026-03-29T02:59", "Europe/Zurich", "from 02:00 to 03:00")]
    [InlineData("2026-03-08T02:30", "America/New_York", "from 02:00 to 03:00")]
    [InlineData("2026-10-04T02:15", "Australia/Lord_Howe", "from 02:00 to 02:30")]
    public void Time_that_the_clocks_never_show_is_none_and_both_sides_are_named(string typed, string zone, string sides)
    {
        var read = Read(typed, zone);

        Assert.Null(read.At);
        Assert.Equal(("moment.skipped", "/from"), (read.Wrong!.Code, read.Wrong.Pointer));
        Assert.Contains($"in {zone} go forward {sides}", read.Wrong.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-29T01:59", "2026-03-29T00:59:00Z")]
    [InlineData("2026-03-29T03:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25T01:59", "2026-10-24T23:59:00Z")]
    [InlineData("2026-10-25T03:00", "2026-10-25T02:00:00Z")]
    public void Times_beside_a_change_of_the_clocks_are_ordinary(string typed, string expected) =>
        Assert.Equal(Moment(expected), Read(typed, "Europe/Zurich").At);

    [Theory]
    [InlineData("2026-02-30T10:00")]
    [InlineData("22.11.2026 23:00")]
    [InlineData("2026-11-22T23:00Z")]
    [InlineData("<script>")]
    [InlineData("275760-09-13T00:00")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("0000-00-00T00:00")]
    public void What_is_no_moment_is_said_to_be_none(string typed)
    {
        var read = Read(typed, "Asia/Tokyo");

        Assert.Null(read.At);
        Assert.Equal("moment.malformed", read.Wrong!.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_typed_is_nothing_wrong(string? typed) => Assert.Equal(new LocalMoment(null, null), Read(typed, "UTC"));

    [Fact]
    public void Last_minute_there_is_overflows_nothing()
    {
        Assert.Equal("moment.malformed", Read("9999-12-31T23:59", "America/New_York").Wrong?.Code);
        Assert.NotNull(Read("9999-12-31T23:59", "Asia/Tokyo").At);
    }

    [Fact]
    public void Who_typed_what_cannot_be_read_is_not_told_that_it_is_missing()
    {
        var interval = new LocalInterval(
            ("2026-03-29T02:30", null), (null, null), TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"));
        var refusal = Refusal.For(
        [
            Reason.Invalid("interval.missing", "Say from when.", "/from"), Reason.Invalid("interval.missing", "Say until when.", "/until"),
            Reason.Invalid("text.missing", "This cannot be empty.", "/title"),
        ])!;

        var told = interval.Explained(refusal).Reasons.Select(reason => $"{reason.Pointer} {reason.Code}").Order();

        Assert.Equal(["/from moment.skipped", "/title text.missing", "/until interval.missing"], told);
    }

    [Fact]
    public void Time_by_clocks_that_nobody_knows_is_none() =>
        Assert.Equal("zone.unknown", LocalMoment.Read("2026-11-22T23:00", null, null, "/from").Wrong?.Code);

    private static LocalMoment Read(string? typed, string zone, string? turn = null) =>
        LocalMoment.Read(typed, turn, TimeZoneInfo.FindSystemTimeZoneById(zone), "/from");

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
