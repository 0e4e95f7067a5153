using Sluice.Releases.Runbooks;

namespace Sluice.Web.Demo.Story;

/// <summary>The runbook that the story's release manager writes for a night: what runs on z/OS and what does not go side by side.</summary>
internal static class Runbook
{
    public const string Announce = "announce";
    public const string AllClear = "all-clear";
    public const string Desk = "operations";
    private const string DeskTeam = "production-desk";
    private const string Delivery = "delivery";

    public static string In(ChangeTale change) => change.Key + "-in";

    public static string Check(ChangeTale change) => change.Key + "-check";

    public static string Out(ChangeTale change) => change.Key + "-out";

    /// <summary>Who looks whether it is there.</summary>
    public static string CheckerOf(ChangeTale change) => change.IsHost ? "operations" : "qa";

    public static IReadOnlyList<WriteRunbook.StepDraft> For(IReadOnlyList<ChangeTale> items)
    {
        var doers = DoersOf(items);
        return
        [
            new(Announce, "Tell the branches and the service desk that work begins", StepPhase.Communicate, null, DeskTeam, null, 5, []),
            .. items.SelectMany((change, place) => Steps(change, doers[place], BeforeIn(items, place))),
            new(AllClear, "Tell everyone that work has ended", StepPhase.Communicate, null, DeskTeam, null, 5, [.. items.Select(Check)]),
            .. items.Select((change, place) => new WriteRunbook.StepDraft(
                Out(change), change.Said(change.Practice.BackOut), StepPhase.BackOut, change.Key, Delivery, doers[place],
                change.Practice.Minutes, [], In(change))),
        ];
    }

    /// <summary>Whoever is free in turn, of those who have neither decided on any of it nor written it.</summary>
    public static IReadOnlyList<string> DoersOf(IReadOnlyList<ChangeTale> items)
    {
        var barred = items.SelectMany(Estate.ApproversOf).Concat(items.Select(item => item.By)).ToHashSet();
        string[] free = [.. ((string[])["implementer-1", "implementer-2"]).Where(person => !barred.Contains(person))];
        return [.. items.Select((_, place) => free[place % free.Length])];
    }

    private static IEnumerable<WriteRunbook.StepDraft> Steps(ChangeTale change, string doer, string before) =>
    [
        new(In(change), change.Said(change.Practice.BringIn), StepPhase.Implement, change.Key, Delivery, doer,
            change.Practice.Minutes, [before]),
        new(Check(change), change.Said(change.Practice.Verify), StepPhase.Verify, change.Key, null, CheckerOf(change), 10, [In(change)]),
    ];

    private static string BeforeIn(IReadOnlyList<ChangeTale> items, int place) =>
        items.Take(place).LastOrDefault(other => other.IsHost == items[place].IsHost) is { } other ? Check(other) : Announce;
}
