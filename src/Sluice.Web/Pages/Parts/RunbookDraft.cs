using Sluice.Kernel.Http;
using Sluice.Releases;
using Sluice.Releases.Runbooks;

namespace Sluice.Web.Pages.Parts;

/// <summary>A runbook while it is being written. It travels whole with the form; nothing of it is kept before it is saved.</summary>
public sealed record RunbookDraft(IReadOnlyList<StepRow> Rows)
{
    private const int LongestKey = 64;

    /// <summary>What a step is called until somebody says something better, with a number behind it.</summary>
    private const string Unnamed = "step";

    public static RunbookDraft Of(IEnumerable<ShowRelease.StepShown> steps) => new([.. steps.Select((step, place) => StepRow.Of(place, step))]);

    /// <param name="cells">Each column by its name, from the first row to the last.</param>
    /// <param name="began">What the form began with: a field on one line cannot hold every title, and what was not touched stays.</param>
    public static RunbookDraft Read(IReadOnlyList<string?> ids, Func<string, IReadOnlyList<string?>> cells, RunbookDraft began)
    {
        var columns = StepRow.Fields.Select(field => cells(StepRow.NameOf(field))).ToList();
        var titles = began.ByKey().ToDictionary(step => step.Key, step => step.Value[StepField.Title]);
        var used = new HashSet<int>();
        return new([.. ids.Select((id, place) => Row(Unused(id), place))]);

        StepRow Row(int id, int place)
        {
            var row = new StepRow(id,
                [.. columns.Select((column, field) => StepRow.Clean((StepField)field, column.ElementAtOrDefault(place) ?? ""))]);
            return titles.GetValueOrDefault(row.Key) is { } title && Meanwhile.Altered(row[StepField.Title], title) is null
                ? row.With(StepField.Title, title) : row;
        }

        int Unused(string? typed)
        {
            var id = int.TryParse(typed, out var known) && known is >= 0 and < int.MaxValue / 2 ? known : 0;
            while (!used.Add(id))
                id++;
            return id;
        }
    }

    public WriteRunbook.Request ToRequest() => new([.. Rows.Select(row => row.ToDraft())]);

    public int PlaceOf(int id) => Rows.TakeWhile(row => row.Id != id).Count() is var place && place < Rows.Count ? place : -1;

    /// <summary>Of two rows with one key the first.</summary>
    public IReadOnlyDictionary<string, StepRow> ByKey() => Rows.DistinctBy(row => row.Key).ToDictionary(row => row.Key);

    public bool SaysTheSameAs(RunbookDraft other) =>
        Rows.Count == other.Rows.Count && Rows.Zip(other.Rows).All(pair => pair.First.SaysTheSameAs(pair.Second));

    /// <param name="by">-1 towards the beginning, 1 towards the end; at either end it stays.</param>
    public RunbookDraft Move(int id, int by)
    {
        var (from, to) = (PlaceOf(id), PlaceOf(id) + by);
        if (from < 0 || to < 0 || to >= Rows.Count)
            return this;
        var rows = Rows.ToList();
        (rows[from], rows[to]) = (rows[to], rows[from]);
        return new(rows);
    }

    public RunbookDraft Remove(int id) => new([.. Rows.Where(row => row.Id != id)]);

    /// <summary>A new row, of the phase and change that are being written; at the end when there is no such row.</summary>
    public (RunbookDraft Draft, int Id) InsertAfter(int? id)
    {
        var place = id is { } known && PlaceOf(known) is >= 0 and var found ? found : Rows.Count - 1;
        var before = place >= 0 ? Rows[place] : null;
        var row = new StepRow(NextId(), Cells(
            FreeKey(Unnamed), "", before?[StepField.Phase] ?? Wire.Name(StepPhase.Prepare), before?[StepField.Change] ?? "", ""));
        return (Put(place + 1, [row]), row.Id);
    }

    public (RunbookDraft Draft, int Id) Copy(int id)
    {
        if (PlaceOf(id) is not (>= 0 and var place))
            return (this, id);
        var copy = Rows[place].With(StepField.Key, FreeKey(Rows[place].Key)) with { Id = NextId() };
        return (Put(place + 1, [copy]), copy.Id);
    }

    /// <summary>Phase by phase; within each the order stays.</summary>
    public RunbookDraft ByPhase() => new([.. Rows.OrderBy(row => row.Phase ?? (StepPhase)int.MaxValue)]);

    /// <summary>In place of all rows, or each in place of the row with its key and the rest at the end.</summary>
    public RunbookDraft Take(IEnumerable<StepRow> rows, bool replace)
    {
        var (next, taken) = (NextId(), rows.ToList());
        if (replace)
            return new([.. taken.Select(row => row with { Id = next++ })]);
        var said = taken.DistinctBy(row => row.Key).ToDictionary(row => row.Key);
        var known = Rows.Select(row => row.Key).ToHashSet();
        return new(
        [
            .. Rows.Select(row => said.TryGetValue(row.Key, out var again) ? again with { Id = row.Id } : row),
            .. taken.Where(row => !known.Contains(row.Key)).Select(row => row with { Id = next++ }),
        ]);
    }

    /// <summary>After the last row of its phase or of an earlier one.</summary>
    public RunbookDraft AddInPhase(StepPhase phase, IReadOnlyList<string> cells)
    {
        var place = Rows.Select((row, at) => (row.Phase, At: at)).LastOrDefault(row => row.Phase <= phase, (null, -1)).At + 1;
        return Put(place, [new(NextId(), cells)]);
    }

    /// <summary>The key itself while nobody has it; otherwise with a number behind it.</summary>
    public string FreeKey(string wanted)
    {
        var taken = Rows.Select(row => row.Key).ToHashSet();
        if (wanted.Length <= LongestKey && wanted != Unnamed && !taken.Contains(wanted))
            return wanted;
        var (stem, number) = wanted.TrimEnd("0123456789".ToCharArray()) is { Length: > 1 } cut && cut.EndsWith('-')
            && (cut[..^1] == Unnamed || taken.Contains(cut[..^1])) ? (cut[..^1], 2) : (wanted, wanted == Unnamed ? 1 : 2);
        stem = stem[..Math.Min(stem.Length, LongestKey - "-9999".Length)];
        return Enumerable.Range(number, taken.Count + 1).Select(next => $"{stem}-{next}").First(key => !taken.Contains(key));
    }

    public static string[] Cells(
        string key, string title, string phase, string change, string minutes, string dependsOn = "", string backsOut = "") =>
        [key, title, phase, change, "", "", minutes, dependsOn, backsOut];

    private RunbookDraft Put(int place, IEnumerable<StepRow> rows) => new([.. Rows.Take(place), .. rows, .. Rows.Skip(place)]);

    private int NextId() => Rows.Select(row => row.Id).DefaultIfEmpty(-1).Max() + 1;
}
