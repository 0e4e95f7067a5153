namespace Sluice.Web.Demo.Story;

/// <summary>How a night went.</summary>
internal enum Course { Well, OneStepTwice, OneBackedOut, AllBackedOut, NotValidated, CalledOff }

/// <summary>One release of the story that has ended.</summary>
/// <param name="Key">What the story calls it.</param>
internal sealed record ReleaseTale(
    string Key, string Title, string Goal, int WeeksAgo, DayOfWeek Day, IReadOnlyList<ChangeTale> Items)
{
    public int Hour { get; init; } = 22;

    public Course Course { get; init; } = Course.Well;

    /// <summary>For what was so recent that its weekday says nothing.</summary>
    public DateTimeOffset? Night { get; init; }

    /// <summary>Whether the change manager has looked at its changes since.</summary>
    public bool IsReviewed { get; init; } = true;

    /// <summary>Key of the change that it does not go well with.</summary>
    public string? Stumbles { get; init; }

    /// <summary>What went wrong, in the words of who saw it.</summary>
    public string Because { get; init; } = "";

    /// <summary>What its manager says at the end.</summary>
    public string Notes { get; init; } = "Within the window; nothing left over.";
}
