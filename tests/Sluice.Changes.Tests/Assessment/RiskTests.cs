using Sluice.Changes.Assessment;
using Sluice.Handover;

namespace Sluice.Changes.Tests.Assessment;

public sealed class RiskTests
{
    // Rows: likelihood 1 to 5; columns: impact 1 to 5.
    private static readonly string[] Expected =
    [
        "low low low low low",
        "low low medium medium medium",
        "low medium medium medium high",
        "low medium medium high high",
        "low medium high high high",
    ];

    [Fact]
    public void Risk_is_the_product_of_likelihood_and_impact()
    {
        foreach (var (row, risks) in Expected.Index())
            foreach (var (column, risk) in risks.Split(' ').Index())
                Assert.Equal(risk, Kernel.Http.Wire.Name(Assessed(row + 1, column + 1).Risk));
    }

    [Fact]
    public void Assessing_anew_opens_a_new_round_and_moves_the_risk()
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Owner));
        Sample.Done(change.Edit(change.Content with { Systems = ["core-batch", "ledger-db"] }, Sample.Requester, Sample.Noon));

        Sample.Assess(change, 5, 5);

        Assert.Equal((Risk.High, 2, ChangeStatus.Authorize), (change.Risk, change.Round, change.Status));
        Assert.Empty(change.StandingApprovals);
    }

    [Theory]
    [InlineData("requester", "assessment.not-reviewer assessment.own-change")]
    [InlineData("owner", "assessment.not-reviewer")]
    [InlineData("auditor", "assessment.not-reviewer")]
    [InlineData("reviewer", "")]
    [InlineData("manager", "")]
    public void Reviewers_assess_what_others_request(string account, string codes)
    {
        var actor = ((Kernel.People.Actor[])[Sample.Requester, Sample.Owner, Sample.Auditor, Sample.Reviewer, Sample.Manager])
            .Single(actor => actor.Account.Name == account);

        Assert.Equal(codes, string.Join(' ', AssessChange.Against(Sample.InAssess(), actor).Select(reason => reason.Code)));
    }

    [Fact]
    public void Reviewer_cannot_assess_own_change()
    {
        var change = Change.Draft(1, Sample.Content(), Sample.Reviewer, Sample.Noon);
        change.Submit(null, Sample.Reviewer, Sample.Noon);

        Assert.Equal(["assessment.own-change"], AssessChange.Against(change, Sample.Reviewer).Select(reason => reason.Code));
    }

    private static RiskAssessment Assessed(int likelihood, int impact) =>
        new(likelihood, impact, "", null, null, new("reviewer"), Sample.Noon, 1);
}
