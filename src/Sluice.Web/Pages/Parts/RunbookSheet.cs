using System.Buffers;
using System.Text;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Releases.Runbooks;
using Sluice.Web.Csv;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>
/// A runbook as spreadsheets read and write it: a first line that names the columns, and values between commas, semicolons or tabs
/// (RFC 4180). What is written here reads back as it was.
/// </summary>
/// <param name="Rows">Empty where something could not be read.</param>
public sealed record RunbookSheet(IReadOnlyList<StepRow> Rows, IReadOnlyList<Reason> Wrong)
{
    public const string Pointer = "/pasted";
    private const char Quote = '"';

    private static readonly SearchValues<char> Telling = SearchValues.Create("\",;\t\r\n");
    private static readonly char[] Separators = ['\t', ';', ','];

    public static string Write(RunbookDraft draft)
    {
        var text = new StringBuilder();
        Line(StepRow.Fields.Select(StepRow.NameOf));
        foreach (var row in draft.Rows)
            Line(row.Cells.Select(Cell.Safe));
        return text.ToString();

        void Line(IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");
    }

    /// <summary>Rows without a key get one that <paramref name="draft"/> has not.</summary>
    public static RunbookSheet Read(string? text, RunbookDraft draft)
    {
        var (all, open) = Records((text ?? "").TrimStart('\uFEFF'));
        if (open is { } line)
            return Refused("runbook.quote-open", Sentence.Of(PartWords.QuoteIsNeverClosed, line));
        var records = all.FindAll(record => record.Exists(cell => cell.Trim().Length > 0));
        if (records.Count == 0)
            return Refused("runbook.empty-sheet", PartWords.ThereIsNothingInIt);
        // Spreadsheets write the empty columns after the last one as well.
        var named = records[0].FindLastIndex(name => name.Trim().Length > 0) + 1;
        records[0].RemoveRange(named, records[0].Count - named);
        var columns = records[0].ConvertAll(Column);
        var unknown = records[0].Where((_, place) => columns[place] is null).Select(name => name.Trim()).ToList();
        if (!columns.Contains(StepField.Title))
            return Refused(
                "runbook.no-header", Sentence.Of(PartWords.FirstLineNamesTheColumns, string.Join(", ", StepRow.Fields.Select(StepRow.NameOf))));
        if (unknown.Count > 0)
            return Refused("runbook.column-unknown", Sentence.Of(PartWords.ThereAreNoSuchColumns, string.Join(", ", unknown.Select(Short))));
        if (columns.Distinct().Count() < columns.Count)
            return Refused("runbook.column-twice", PartWords.AColumnIsNamedMoreThanOnce);
        if (records.Count - 1 > RunbookLimits.MostSteps)
            return Refused("list.too-long", Sentence.Of(PartWords.AtMostSteps, RunbookLimits.MostSteps));
        var longer = records.FindIndex(record => record.Count > columns.Count && record.Skip(columns.Count).Any(cell => cell.Length > 0));
        if (longer > 0)
            return Refused("runbook.line", Sentence.Of(PartWords.RowHasValuesForColumns, longer + 1, records[longer].Count, columns.Count));

        var rows = records.Skip(1).Select((record, place) => new StepRow(place,
        [
            .. StepRow.Fields.Select(field => columns.IndexOf(field) is >= 0 and var at ? Value(field, record.ElementAtOrDefault(at) ?? "") : ""),
        ])).ToList();
        return new(Named(rows, draft), []);
    }

    private static RunbookSheet Refused(string code, string detail) => new([], [Reason.Invalid(code, detail, Pointer)]);

    private static List<StepRow> Named(List<StepRow> rows, RunbookDraft draft)
    {
        var known = new RunbookDraft([.. draft.Rows, .. rows.Where(row => row.Key.Length > 0)]);
        return rows.ConvertAll(row =>
        {
            if (row.Key.Length > 0)
                return row;
            (known, var id) = known.InsertAfter(null);
            return row.With(StepField.Key, known.Rows[known.PlaceOf(id)].Key);
        });
    }

    private static string Value(StepField field, string cell)
    {
        var value = Cell.Read(cell);
        return field is StepField.Phase ? PhaseOf(value) : StepRow.Clean(field, value);
    }

    /// <summary>"Back out", "backout" and "BACK-OUT" are one phase; what is none stays as it is, for a person to mend.</summary>
    private static string PhaseOf(string typed) => Enum.GetValues<StepPhase>().Where(phase => Letters(typed) == Letters(Wire.Name(phase)))
        .Select(phase => Wire.Name(phase)).FirstOrDefault(typed.Trim());

    private static StepField? Column(string name) => Letters(name) switch
    {
        "min" => StepField.Minutes,
        "step" => StepField.Title,
        var letters => StepRow.Fields.Where(field => Letters(StepRow.NameOf(field)) == letters).Select(field => (StepField?)field).FirstOrDefault(),
    };

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();

    private static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(Telling) < 0 && cell.Trim() == cell ? cell : $"{Quote}{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}{Quote}";

    /// <returns>Also the line on which a quote begins that has no end: all that follows would be one value.</returns>
    private static (List<List<string>> Records, int? OpenQuote) Records(string text)
    {
        var header = text[..(text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : text.Length)];
        var separator = Separators.MaxBy(one => header.Count(c => c == one));
        var (records, record, cell, at) = (new List<List<string>>(), new List<string>(), new StringBuilder(), 0);
        while (at < text.Length)
        {
            if (text[at] == Quote && cell.Length == 0)
            {
                var began = at;
                at = Inside(text, at + 1, cell);
                if (at == text.Length)
                    return (records, 1 + text[..began].ReplaceLineEndings("\n").Count(c => c == '\n'));
            }
            else if (text[at] == separator)
                Keep();
            else if (text[at] is '\r' or '\n')
            {
                if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                    at++;
                Keep();
                records.Add(record);
                record = [];
            }
            else
                cell.Append(text[at]);
            at++;
        }
        Keep();
        records.Add(record);
        return (records, null);

        void Keep()
        {
            record.Add(cell.ToString());
            cell.Clear();
        }
    }

    /// <returns>Where the closing quote is; the end, where there is none.</returns>
    private static int Inside(string text, int at, StringBuilder cell)
    {
        for (; at < text.Length; at++)
            if (text[at] != Quote)
                cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == Quote)
                cell.Append(text[at++]);
            else
                break;
        return at;
    }
}
