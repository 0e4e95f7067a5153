using Sluice.Changes.Assessment;
using Sluice.Ledger;

namespace Sluice.Changes.Tests;

public sealed class ChangeDigestTests
{
    private static readonly RiskAssessment Assessment =
        new(1, 2, "Seen before.", null, null, Sample.Reviewer.Account, Sample.Noon, Round: 1);

    // Taken of the canonical JSON by another program: an approval given today has to verify in ten years.
    [Fact]
    public void Digest_is_what_another_program_computes()
    {
        Assert.Equal("sha256:db463da835eed47314a0570bd140a9179a035b29ea3e8dc76ab6a8d114aa3e59", Sample.Content().Digest(null).Text);
        Assert.Equal("sha256:0abad4f1463e1087ed20ebc7acee8fddc256b4a3b33a9c18f323a025f6e0d3c9", Sample.Content().Digest(Assessment).Text);
    }

    [Fact]
    public void Assessment_is_signed_along_and_who_made_it_when_is_not()
    {
        var digest = Sample.Content().Digest(Assessment);

        foreach (var other in (RiskAssessment[])
                 [
                     Assessment with { Likelihood = 2 }, Assessment with { Impact = 3 }, Assessment with { Reasons = "Other." },
                     Assessment with { Dependencies = "Some." }, Assessment with { Recovery = "An hour." },
                 ])
            Assert.NotEqual(digest, Sample.Content().Digest(other));
        Assert.Equal(digest, Sample.Content().Digest(Assessment with { By = new("another"), At = Sample.Noon.AddDays(1), Round = 7 }));
    }

    [Fact]
    public void Every_field_of_the_content_counts()
    {
        var content = Sample.Content();
        var fields = typeof(ChangeContent).GetProperties().Select(property => property.Name).ToHashSet();
        var altered = new Dictionary<string, ChangeContent>
        {
            [nameof(content.Kind)] = content with { Kind = Handover.ChangeKind.Emergency },
            [nameof(content.Title)] = content with { Title = "x" },
            [nameof(content.Reason)] = content with { Reason = "x" },
            [nameof(content.SecurityImpact)] = content with { SecurityImpact = SecurityImpact.None },
            [nameof(content.Systems)] = content with { Systems = ["x"] },
            [nameof(content.Customers)] = content with { Customers = ["x"] },
            [nameof(content.DependsOn)] = content with { DependsOn = ["CHG-1"] },
            [nameof(content.Artefacts)] = content with { Artefacts = [content.Artefacts[0] with { Name = "x" }] },
            [nameof(content.ImplementationPlan)] = content with { ImplementationPlan = "x" },
            [nameof(content.TestPlan)] = content with { TestPlan = "x" },
            [nameof(content.BackoutPlan)] = content with { BackoutPlan = "x" },
            [nameof(content.WindowFrom)] = content with { WindowFrom = content.WindowFrom.AddSeconds(1) },
            [nameof(content.WindowUntil)] = content with { WindowUntil = content.WindowUntil.AddSeconds(1) },
        };

        Assert.Equal(fields.Order(StringComparer.Ordinal), altered.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(altered.Count + 1, altered.Values.Append(content).Select(one => one.Digest(null)).Distinct().Count());
    }

    [Fact]
    public void Plans_cannot_be_moved_from_one_to_another_unseen()
    {
        var content = Sample.Content() with { ImplementationPlan = "ab", TestPlan = "c" };

        Assert.NotEqual(content.Digest(null), (content with { ImplementationPlan = "a", TestPlan = "bc" }).Digest(null));
        Assert.NotEqual(content.Digest(null), (content with { ImplementationPlan = "c", TestPlan = "ab" }).Digest(null));
    }

    [Fact]
    public void Change_is_signed_as_it_is_assessed()
    {
        var change = Sample.InAssess();
        var before = change.Digest;
        Sample.Assess(change, 1, 2);

        Assert.NotEqual(before, change.Digest);
        Assert.Equal(change.Content.Digest(change.Assessment), change.Digest);
        Assert.NotEqual(Digest.None, change.Digest);
    }
}
