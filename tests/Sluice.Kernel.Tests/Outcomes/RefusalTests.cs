using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Kernel.Tests.Outcomes;

public sealed class RefusalTests
{
    private static readonly Reason Invalid = Reason.Invalid("x.invalid", "Invalid.", "/x");
    private static readonly Reason Forbidden = Reason.Forbidden("x.forbidden", "Forbidden.");
    private static readonly Reason Conflict = Reason.Conflict("x.conflict", "Conflict.");

    [Fact]
    public void Invalid_comes_before_forbidden_before_conflict_and_all_are_said()
    {
        var refusal = Refusal.For([Conflict, Forbidden, Invalid])!;

        Assert.Equal([Invalid, Forbidden, Conflict], refusal.Reasons);
        Assert.Equal(422, refusal.Status());
        Assert.Equal(403, Refusal.For([Conflict, Forbidden])!.Status());
        Assert.Equal(409, Refusal.For([Conflict])!.Status());
    }

    [Fact]
    public void Unknown_comes_before_all_that_would_tell_that_it_exists()
    {
        var unknown = new Reason(ReasonKind.Unknown, "x.unknown", "Unknown.");
        foreach (var other in (Reason[])[Invalid, Forbidden, Conflict, new(ReasonKind.Stale, "x.stale", "Stale."), new(ReasonKind.PreconditionMissing, "x.missing", "Missing.")])
            Assert.Equal(404, Refusal.For([other, unknown])!.Status());
    }

    [Fact]
    public void Reading_anew_helps_against_a_conflict_and_not_against_a_prohibition()
    {
        var stale = new Reason(ReasonKind.Stale, "x.stale", "Stale.");

        Assert.Equal(412, Refusal.For([Conflict, stale])!.Status());
        Assert.Equal(403, Refusal.For([stale, Forbidden])!.Status());
    }

    [Fact]
    public void Every_kind_of_reason_has_its_place()
    {
        foreach (var kind in Enum.GetValues<ReasonKind>())
            Assert.Equal(400, Refusal.For([new(kind, "a", "A."), new(ReasonKind.Malformed, "b", "B.")])!.Status());
    }

    [Fact]
    public void Reasons_of_one_kind_keep_their_order_and_are_said_once()
    {
        var other = Reason.Invalid("x.other", "Other.", "/y");

        Assert.Equal([other, Invalid], Refusal.For([other, Invalid, other, Invalid])!.Reasons);
    }

    [Fact]
    public void Nothing_against_it_is_no_refusal() => Assert.Null(Refusal.For([]));

    [Fact]
    public void Refused_outcome_has_no_value()
    {
        Outcome<int> refused = Conflict;
        Outcome<int> given = 7;

        Assert.Throws<InvalidOperationException>(() => refused.Value);
        Assert.Equal((7, null), (given.Value, given.Refusal));
    }

    [Fact]
    public void Actions_are_allowed_when_nothing_speaks_against_them()
    {
        var actions = Actions.Of([("go", []), ("stop", [Forbidden, Conflict, Forbidden])]);

        Assert.Equal(["go"], actions.Allowed);
        Assert.Equal(("stop", 2), (actions.Refused.Single().Action, actions.Refused.Single().Reasons.Count));
    }
}
