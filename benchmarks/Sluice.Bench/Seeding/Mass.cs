namespace Sluice.Bench.Seeding;

/// <summary>Changes by the thousand, spread over statuses, systems and dates as an organisation's are after some years.</summary>
/// <remarks>
/// Each has what a list, a search and a change's page read of it: its own row, its newest snapshot, its index rows and the first
/// entry of its history; one in a hundred has all of its history. The releases they name are few.
/// </remarks>
internal sealed class Mass(IStore store, TimeProvider clock)
{
    private const int WithWholeHistory = 100;
    private static readonly string[] Copied =
        ["change", "change_of_artefact", "change_of_system", "change_snapshot", "ledger_entry", "ledger_text"];

    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(90);

    /// <summary>As many places as a family is to have of all of them.</summary>
    private readonly List<Family> places = [];

    /// <param name="share">Of a thousand.</param>
    public void Add(Family family, int share) => places.AddRange(Enumerable.Repeat(family, share));

    /// <returns>The first of their numbers, which follow each other.</returns>
    public async Task<int> Make(int count)
    {
        var (first, now) = (await store.TakeNumbers(count), clock.GetUtcNow());
        foreach (var table in store.Tables.Where(table => Copied.Contains(table.Name)))
            await store.Insert(table, Enumerable.Range(first, count).SelectMany(number => Rows(table, number, now - (Apart * (first + count - number)))));
        return first;
    }

    private IEnumerable<string?[]> Rows(Table table, int number, DateTimeOffset at)
    {
        var rows = FamilyOf(number).Copies(table, number);
        return table.Name switch
        {
            "change" => rows.Select(row => MovedBack(table, row, at)),
            "change_snapshot" => rows.TakeLast(1),
            "ledger_entry" or "ledger_text" when number % WithWholeHistory != 0 => rows.Take(1),
            _ => rows,
        };
    }

    // A prime's multiples come to every place, and neighbours are strangers.
    private Family FamilyOf(int number) => places[(int)(number * 7_919L % places.Count)];

    private string?[] MovedBack(Table table, string?[] row, DateTimeOffset at)
    {
        for (var column = 0; column < row.Length; column++)
            if (table.Columns[column] is "created_at" or "updated_at")
                row[column] = store.Moment(at);
        return row;
    }
}
