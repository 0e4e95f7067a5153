using Sluice.Bench.Floor;

namespace Sluice.Bench.Seeding;

/// <summary>A real change, a real release, or both, with all the rows that speak of them: to be had in any number.</summary>
/// <remarks>
/// A copy has ids, references, title and artefact of its own and is otherwise what its original is: its chain's hashes are the
/// original's too, so its history can be read but does not verify.
/// </remarks>
internal sealed class Family
{
    private static readonly string[] NotCopied = ["outbox", "stored_reply", "reference_block", "gate_log", "api_token", "bench_note"];
    private readonly Dictionary<Table, List<HoledText?[]>> parts = [];

    /// <param name="known">All rows of the database, which is small when families are read.</param>
    public Family(IReadOnlyList<(Table Table, List<string?[]> Rows)> known, Marks marks)
    {
        HashSet<string> names = [.. Named("CHG", marks.Change), .. Named("REL", marks.Release)];
        var ids = Ids(known, marks);
        foreach (var (table, rows) in known.Where(part => !NotCopied.Contains(part.Table.Name)))
        {
            var own = rows.Where(row => IsOwn(table, row, names, ids)).Select(row => Holed(table, row, marks)).ToList();
            if (own.Count > 0)
                parts.Add(table, own);
        }
    }

    public async Task Copy(IStore store, IReadOnlyCollection<int> numbers)
    {
        foreach (var table in parts.Keys)
            await store.Insert(table, numbers.SelectMany(number => Copies(table, number)));
    }

    /// <summary>That table's rows of one copy, in the order in which the original's were written.</summary>
    public IEnumerable<string?[]> Copies(Table table, int number)
    {
        var filling = new Filling(number, Title: Titles.Of(number));
        return parts.TryGetValue(table, out var rows)
            ? rows.Select(row => Array.ConvertAll(row, field => field?.Fill(filling)))
            : [];
    }

    private static IEnumerable<string> Named(string kind, int? number) => number is null ? [] : [$"{kind}-{number}"];

    /// <summary>Of the change and the release: rows that name neither reference name these.</summary>
    private static HashSet<string> Ids(IReadOnlyList<(Table Table, List<string?[]> Rows)> known, Marks marks) =>
    [
        .. from part in known
           let wanted = part.Table.Name switch { "change" => marks.Change, "release" => marks.Release, _ => null }
           where wanted is not null
           from row in part.Rows
           where row[At(part.Table, "number")] == $"{wanted}"
           select row[At(part.Table, "id")]!,
    ];

    private static bool IsOwn(Table table, string?[] row, HashSet<string> names, HashSet<string> ids)
    {
        var at = At(table, "record"); // A chain belongs to the record that it is called after, whomever else it mentions.
        return at >= 0
            ? RowTemplate.References(row[at]!).Any(names.Contains)
            : row.Any(field => field is not null && (ids.Contains(field) || (table.Name is not "change" and not "release"
                && RowTemplate.References(field).Any(names.Contains))));
    }

    private static HoledText?[] Holed(Table table, string?[] row, Marks marks) =>
    [
        .. row.Select((text, at) => text is null ? null : new HoledText(
            RowTemplate.Holed(text, table.Columns[at], marks, id => RowTemplate.WithHole(id, HoledText.Id)))),
    ];

    private static int At(Table table, string column)
    {
        for (var at = 0; at < table.Columns.Count; at++)
            if (table.Columns[at] == column)
                return at;
        return -1;
    }
}
