namespace Sluice.Production.Calendar;

/// <summary>A window or a freeze: a single interval [from, until) that people have given a title.</summary>
internal abstract class CalendarRecord : KeyedRecord
{
    public string Title { get; protected set; } = "";
    public DateTimeOffset From { get; protected init; }
    public DateTimeOffset Until { get; protected init; }

    /// <summary>IANA: where the interval is a matter of somebody's night. The interval itself is UTC.</summary>
    public string Zone { get; protected init; } = "";

    /// <remarks>Never edited, so what is taken out of the history has to be taken out of here as well.</remarks>
    protected override void Forget(long sequence, DateTimeOffset now)
    {
        if (sequence == 1)
            Title = Redacted;
    }
}
