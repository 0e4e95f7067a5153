namespace Sluice.Kernel.Outcomes;

/// <summary>Something the caller may not do now: a disabled button, with every reason why.</summary>
/// <param name="Action">The last segment of its address, or the value to decide: <c>request-information</c>.</param>
public sealed record RefusedAction(string Action, IReadOnlyList<Reason> Reasons);

/// <summary>What one person may do to a record now, and everything that speaks against the rest.</summary>
public sealed record Actions(IReadOnlyList<string> Allowed, IReadOnlyList<RefusedAction> Refused)
{
    public static Actions Of(IEnumerable<(string Action, IEnumerable<Reason> Against)> actions)
    {
        var asked = actions.Select(action => new RefusedAction(action.Action, [.. action.Against.Distinct()])).ToList();
        return new(
            [.. asked.Where(action => action.Reasons.Count == 0).Select(action => action.Action)],
            [.. asked.Where(action => action.Reasons.Count > 0)]);
    }
}
