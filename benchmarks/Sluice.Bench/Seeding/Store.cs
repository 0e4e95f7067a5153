namespace Sluice.Bench.Seeding;

internal sealed record Table(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Key)
{
    public string ColumnList => string.Join(", ", Columns.Select(Quoted));

    public static string Quoted(string name) => $"\"{name}\"";
}

/// <summary>What happened to one row.</summary>
/// <param name="Before">Null when it was inserted.</param>
internal sealed record RowMove(string Table, Dictionary<string, string?>? Before, Dictionary<string, string?> After);

/// <summary>Sluice's database from beneath: rows by the thousand, and what one request did to which rows.</summary>
/// <remarks>Everything is text, which both databases turn into a column's type by themselves.</remarks>
internal interface IStore
{
    string Tenant { get; }

    /// <summary>Those that hold a tenant's rows; a row's parents come before it.</summary>
    IReadOnlyList<Table> Tables { get; }

    Task<List<string?[]>> Rows(Table table);

    Task Insert(Table table, IEnumerable<string?[]> rows);

    /// <summary>Numbers that Sluice gives to no change and to no release.</summary>
    /// <returns>The first of them.</returns>
    Task<int> TakeNumbers(int count);

    /// <summary>A moment in the database's own spelling.</summary>
    string Moment(DateTimeOffset at);

    DateTimeOffset Moment(string stored);

    /// <summary>From here on every row that is inserted or updated is noted down.</summary>
    Task BeginNoting();

    Task<List<RowMove>> TakeNotes();

    Task EndNoting();

    /// <summary>After many rows: as the database would be some minutes later.</summary>
    Task Settle();

    /// <summary>What autovacuum would see to within its minute: tables that have grown by a tenth are counted anew.</summary>
    /// <remarks>Otherwise the second after thousands of rows came at once is measured, which no database lives in.</remarks>
    Task CountWhatGrew();

    /// <summary>Until Sluice has sent what it wrote.</summary>
    Task OutboxIsSent();

    /// <summary>Takes away what the floor put into the outbox, or Sluice would have to step over it for ever.</summary>
    Task ClearFloorOutbox();
}

/// <summary>The outbox is Sluice's; nobody sends what the floor writes there.</summary>
internal static class FloorOutbox
{
    public const int MostLooks = 200;

    public static TimeSpan Look { get; } = TimeSpan.FromMilliseconds(10);

    public static DateTimeOffset LeaseUntil { get; } = new(2222, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
