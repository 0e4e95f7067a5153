using Sluice.Mainframe.Estate;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Tests.Estate;

/// <summary>What is different between two snapshots.</summary>
public sealed class DifferenceTests
{
    private static List<MemberDifference> Between(IEnumerable<(string, byte[])> before, IEnumerable<(string, byte[])> after) =>
        [.. EstateDifference.Between(Estates.Opened(Estates.Written(before, null)), Estates.Opened(Estates.Written(after, null)))];

    [Fact]
    public void Same_sources_differ_in_nothing() => Assert.Empty(Between(SmallBank.Bytes, SmallBank.Bytes));

    [Fact]
    public void Member_that_only_one_has_is_added_or_removed()
    {
        var added = Assert.Single(Between(SmallBank.Without("JCL/LISTJOB.jcl"), SmallBank.Bytes));
        var removed = Assert.Single(Between(SmallBank.Bytes, SmallBank.Without("JCL/LISTJOB.jcl")));

        Assert.Null(added.Before);
        Assert.Contains(added.RefersNow, reference => reference.To.Name == "PAYLIST");
        Assert.Null(removed.After);
        Assert.Contains(removed.RefersNoMore, reference => reference.To.Name == "PAYLIST");
    }

    [Fact]
    public void Changed_member_says_what_it_refers_to_now_and_lines_that_moved_say_nothing()
    {
        var changed = Assert.Single(Between(SmallBank.Bytes, SmallBank.With(
            "COBOL/PAYCALC.cbl", "      * A remark.\n       PROGRAM-ID. PAYCALC.\n       COPY PAYREC.\n       PROCEDURE DIVISION.\n           CALL 'PAYTAX'.\n")));

        Assert.True(changed.IsChanged);
        Assert.Equal(["Program PAYCALC Calls Program PAYTAX"], changed.RefersNow.Select(Estates.Sentence));
        Assert.Empty(changed.RefersNoMore);
        Assert.Empty(changed.DefinesNow);
    }

    [Fact]
    public void Member_that_means_something_else_because_another_changed_is_named()
    {
        var differences = Between(SmallBank.Bytes, SmallBank.With(
            "PROCLIB/PAYPROC.prc", "//PAYPROC PROC HLQ=TEST\n//POST EXEC PGM=PAYPOST\n//PAYOUT DD DSN=&HLQ..PAY.OTHER,DISP=(MOD,CATLG)\n"));

        var job = Assert.Single(differences, difference => difference.Path == "JCL/PAYJOB.jcl");
        Assert.False(job.IsChanged);
        Assert.Contains("Step PAYJOB.POST.POST Writes DataSet PROD.PAY.OTHER", job.RefersNow.Select(Estates.Sentence));
    }

    [Fact]
    public void Link_that_both_have_is_no_difference()
    {
        Snapshot Skipped(string why)
        {
            using var output = new MemoryStream();
            new EstateScan(new([new("A", 0, 0) { Skipped = why }], _ => default), () => new MemoryStream())
                .Write(null, output, _ => { }, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
            return Estates.Opened(output.ToArray());
        }

        Assert.Empty(EstateDifference.Between(Skipped("It is a link."), Skipped("It is a link.")));
        Assert.Single(EstateDifference.Between(Skipped("It is a link."), Skipped("It is too large.")));
    }
}
