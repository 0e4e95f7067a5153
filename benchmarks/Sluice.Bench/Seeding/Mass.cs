namespace Sluice.Bench.Seeding;

/// <summary>Changes by the thousand, spread over statuses, systems and dates as an organisation's are after some years.</summary>
/// <remarks>
/// Each has what a list, a search and a change's page read of it: its own row, its newest snapshot, its index rows and the first
/// entry of its history; one in a hundred has all of its history. The releases they name are few.
/// </remarks>
internal sealed class Mass(IStore store, TimeProvider clock)
{
    private const int WithWholeHistory = 100;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(90);
    private readonly List<(Family Family, int Share)> families = [];

    /// <param name="share">Of a thousand.</param>
    public void Add(Family family, int share) => families.Add((family, share));

    /// <returns>The first of their numbers, which follow each other.</returns>
    public async Task<int> Make(int count)
    {
        var (first, now, whole) = (await store.TakeNumbers(count), clock.GetUtcNow(), families.Sum(family => family.Share));
        var numbers = new List<int>[families.Count];
        for (var at = 0; at < numbers.Length; at++)
            numbers[at] = [];
        for (var at = 0; at < count; at++)
            numbers[FamilyAt(at * 7919L % whole)].Add(first + at);
        for (var at = 0; at < numbers.Length; at++)
        {
            var snapshots = families[at].Family.RowsOf("change_snapshot");
            await families[at].Family.Copy(
                store, numbers[at], (table, row, number) => IsKept(table.Name, row, snapshots, number % WithWholeHistory == 0),
                (table, row, number) => MoveBack(table, row, Apart * (first + count - number), now));
        }
        return first;
    }

    private int FamilyAt(long place)
    {
        var at = 0;
        for (; place >= families[at].Share; at++)
            place -= families[at].Share;
        return at;
    }

    // Rows of a table are in the order in which they were written.
    private static bool IsKept(string table, int row, int snapshots, bool hasHistory) => table switch
    {
        "change" or "change_of_system" or "change_of_artefact" => true,
        "change_snapshot" => row == snapshots - 1,
        "ledger_entry" or "ledger_text" => hasHistory || row == 0,
        _ => false,
    };

    private void MoveBack(Table table, string?[] row, TimeSpan by, DateTimeOffset now)
    {
        if (table.Name != "change")
            return;
        for (var at = 0; at < row.Length; at++)
            if (table.Columns[at] is "created_at" or "updated_at")
                row[at] = store.Moment(now - by);
    }
}
