using Sluice.Kernel.Outcomes;

namespace Sluice.Web.Pages.Parts;

/// <summary>What the button of an act says.</summary>
public static class ActWords
{
    /// <param name="record">"release", "window" or "freeze" where that makes another word of it.</param>
    public static string Of(string action, string? record = null) => (record, action) switch
    {
        ("release", "resume") => "Resume",
        ("release", "cancel") => "Cancel release",
        ("release", "items") => "Add a change",
        ("release", "runbook") => "Write the runbook",
        ("release", "no-go") => "No-go",
        ("release", "back-out") => "Back out",
        ("window", "hold" or "release") or ("freeze", "lift") => $"{char.ToUpperInvariant(action[0])}{action[1..]} {record}",
        _ => Of(action),
    };

    private static string Of(string action) => action switch
    {
        "assessment" => "Assess",
        "request-information" => "Request information",
        "hold" => "Put on hold",
        "resume" => "Take up again",
        "cancel" => "Cancel change",
        "evidence" => "Attach evidence",
        "comments" => "Comment",
        _ => char.ToUpperInvariant(action[0]) + action[1..],
    };

    /// <summary>"Decide CHG-1042": what the overview says of an act that waits.</summary>
    public static string Waiting(string action, string reference) => action switch
    {
        "approve" => $"Decide {reference}",
        "submit" => $"Submit {reference}",
        _ => $"{Of(action)} {reference}",
    };

    /// <summary>Acts refused for the same reasons stand together, so that nobody reads them five times.</summary>
    public static IReadOnlyList<IReadOnlyList<RefusedAction>> Grouped(IEnumerable<RefusedAction> refused) =>
        [.. refused.GroupBy(act => string.Join('\n', act.Reasons.Select(reason => $"{reason.Code} {reason.Detail}")))
            .Select(group => group.ToList())];
}
