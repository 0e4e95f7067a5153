namespace Sluice.Web.Demo.Story;

/// <summary>Everything that happens in the story, as it is written down; nothing of it is done here.</summary>
/// <remarks>
/// No two acts are of one moment. So an act is known by its moment alone, and whether it has been told stands in the ledger, in
/// the very transaction that did it: a story cut off anywhere is gone on with, and one told to its end is not told again.
/// </remarks>
internal sealed partial class Script(StoryDays days)
{
    private readonly List<Act> acts = [];
    private bool isOfNow;
    private Act? ending;

    public StoryDays Days { get; } = days;

    /// <summary>The last of all, at the moment the story is counted from: whoever finds it told finds everything told.</summary>
    public Act Ending => ending ?? throw new InvalidOperationException("The story has no ending.");

    /// <summary>Without the ending, in the order of their moments.</summary>
    public IReadOnlyList<Act> InOrderOfTime() =>
        [.. acts.OrderBy(act => act.At).Select((act, place) => act with { At = act.At.AddMilliseconds(place) })];

    /// <summary>
    /// In the order to tell them: first what there is at all, so that references follow the calendar; then what goes on now,
    /// which visitors look at first; then what has long been closed.
    /// </summary>
    public IReadOnlyList<Act> InOrderOfTelling() =>
    [
        .. InOrderOfTime().OrderBy(act => act.At < Days.Beginning.AddHours(1) ? 0 : act.Begins is not null ? 1 : act.IsOfNow ? 2 : 3),
        Ending,
    ];

    /// <summary>What is written within happens around now.</summary>
    public void OfNow(Action<Script> chapter)
    {
        isOfNow = true;
        chapter(this);
        isOfNow = false;
    }

    public void End(Func<Stage, Task> act, string by) => ending = new(Days.Now, by, act);

    public void Add(DateTimeOffset at, string by, Func<Stage, Task> act, string? begins = null) =>
        acts.Add(new(at, by, act, begins) { IsOfNow = isOfNow });
}
