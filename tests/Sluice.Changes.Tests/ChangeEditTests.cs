using Sluice.Changes.Approvals;
using Sluice.Handover;

namespace Sluice.Changes.Tests;

public sealed class ChangeEditTests
{
    public static readonly TheoryData<string, bool> Fields = new()
    {
        { "title", false }, { "reason", false }, { "implementationPlan", false }, { "testPlan", false }, { "backoutPlan", false },
        { "customers", false }, { "dependsOn", false }, { "from", false }, { "until", false },
        { "kind", true }, { "securityImpact", true }, { "systems", true }, { "artefacts", true }, { "sha256", true }, { "author", true },
    };

    [Theory, MemberData(nameof(Fields))]
    public void Edit_of_an_approved_change_withdraws_what_was_approved(string field, bool isOfScope)
    {
        var change = Sample.Approved();
        _ = change.TakeFacts().Count();
        var (before, id) = (change.Digest, change.AuthorizationId);

        Sample.Done(change.Edit(Edited(field), Sample.Requester, Sample.Noon));

        Assert.Equal(isOfScope ? ChangeStatus.Assess : ChangeStatus.Authorize, change.Status);
        Assert.NotEqual(before, change.Digest);
        Assert.Equal((2, null), (change.Revision, change.AuthorizationId));
        Assert.Empty(change.StandingApprovals);
        var withdrawn = Assert.Single(change.TakeFacts().OfType<AuthorizationWithdrawn>());
        Assert.Equal((id, "edited"), (withdrawn.AuthorizationId, withdrawn.Reason));
    }

    [Fact]
    public void Same_content_in_another_order_or_zone_is_no_edit()
    {
        var content = Sample.Content() with { Systems = ["a", "b"], Customers = ["c", "d"], DependsOn = ["CHG-1001", "CHG-1002"] };
        var change = Sample.Draft(content);
        var digest = change.Digest;
        _ = change.TakeFacts().Count();

        Sample.Done(change.Edit(
            content with
            {
                Systems = ["b", "a", "b"],
                Customers = ["d", "c"],
                DependsOn = ["CHG-1002", "CHG-1001"],
                WindowFrom = content.WindowFrom.ToOffset(TimeSpan.FromHours(2)),
            },
            Sample.Requester, Sample.Noon));

        Assert.Equal((1, digest), (change.Revision, change.Digest));
        Assert.Empty(change.TakeFacts());
    }

    [Fact]
    public void Scope_edited_while_on_hold_has_to_be_assessed_after_resuming()
    {
        var change = Sample.Approved();
        Sample.Done(change.Hold("Wait.", Sample.Manager, Sample.Noon));

        Sample.Done(change.Edit(Edited("artefacts"), Sample.Requester, Sample.Noon));

        Assert.Equal((ChangeStatus.OnHold, ChangeStatus.Assess), (change.Status, change.ReturnsTo));
        Sample.Done(change.Resume("Go on.", Sample.Manager, Sample.Noon));
        Assert.Equal(ChangeStatus.Assess, change.Status);
    }

    [Fact]
    public void Other_edit_while_on_hold_has_to_be_authorized_after_resuming()
    {
        var change = Sample.Approved();
        Sample.Done(change.Hold("Wait.", Sample.Manager, Sample.Noon));
        Sample.Done(change.Edit(Edited("title"), Sample.Requester, Sample.Noon));

        Sample.Done(change.Resume("Go on.", Sample.Manager, Sample.Noon));

        Assert.Equal(ChangeStatus.Authorize, change.Status);
        Assert.Empty(change.StandingApprovals);
    }

    [Fact]
    public void Approvals_given_before_a_question_stand_when_it_is_answered_without_an_edit()
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Owner));
        Sample.Done(Sample.Decide(change, Sample.Manager, Ruling.RequestInformation));

        Sample.Done(change.Submit("It is.", Sample.Requester, Sample.Noon));

        Assert.Equal(ChangeStatus.Authorize, change.Status);
        Assert.Equal([Sample.Owner.Account], change.StandingApprovals.Select(approval => approval.By));
    }

    [Fact]
    public void Scope_edited_while_answering_goes_back_to_be_assessed()
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Manager, Ruling.RequestInformation));

        Sample.Done(change.Edit(Edited("systems"), Sample.Requester, Sample.Noon));
        Sample.Done(change.Submit("Mended.", Sample.Requester, Sample.Noon));

        Assert.Equal(ChangeStatus.Assess, change.Status);
    }

    private static ChangeContent Edited(string field)
    {
        var content = Sample.Content();
        return field switch
        {
            "title" => content with { Title = "Other" },
            "reason" => content with { Reason = "Other" },
            "implementationPlan" => content with { ImplementationPlan = "Other" },
            "testPlan" => content with { TestPlan = "Other" },
            "backoutPlan" => content with { BackoutPlan = "Other" },
            "customers" => content with { Customers = [] },
            "dependsOn" => content with { DependsOn = [] },
            "from" => content with { WindowFrom = content.WindowFrom.AddMinutes(1) },
            "until" => content with { WindowUntil = content.WindowUntil.AddMinutes(1) },
            "kind" => content with { Kind = ChangeKind.Emergency },
            "securityImpact" => content with { SecurityImpact = SecurityImpact.High },
            "systems" => content with { Systems = ["core-batch", "ledger-db"] },
            "artefacts" => content with { Artefacts = [] },
            "sha256" => content with { Artefacts = [content.Artefacts[0] with { Sha256 = new string('b', 64) }] },
            "author" => content with { Artefacts = [content.Artefacts[0] with { Author = null }] },
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
        };
    }
}
