using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Sluice.Cli.Output;

/// <summary>Where answers go. Everything written through it is made safe; without a terminal it is plain text.</summary>
internal sealed class Screen(Surroundings around, bool isJson)
{
    // Escapes next to nothing, which keeps it readable; Safe does the rest.
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions OnOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int LongestBlock = 1 << 15;

    private readonly IAnsiConsole console = Console(around.Out);

    public bool IsJson => isJson;

    public TimeZoneInfo Zone => around.Clock.LocalTimeZone;

    public void Line(string text = "") => around.Out.WriteLine(Safe.Text(text));

    public void Error(string text) => around.Error.WriteLine(Safe.Text(text));

    public void Document(JsonNode? document) => Line(document?.ToJsonString(Indented) ?? "null");

    /// <summary>
    /// A document of lists that is too long to be held as a whole: each element on a line of its own, written as it is made.
    /// </summary>
    public void Document(params IEnumerable<(string Name, IEnumerable<JsonNode?> Items)> lists)
    {
        var isFirst = true;
        var block = new StringBuilder();
        foreach (var (name, items) in lists)
        {
            block.Append(isFirst ? "{\n" : ",\n").Append("  ").Append(JsonValue.Create(name).ToJsonString()).Append(": [");
            var before = "\n";
            foreach (var item in items)
            {
                block.Append(before).Append("    ").Append(Safe.Text(item?.ToJsonString(OnOneLine) ?? "null"));
                before = ",\n";
                Write(block, LongestBlock);
            }
            block.Append(before == "\n" ? "]" : "\n  ]");
            isFirst = false;
        }
        Write(block.Append("\n}").AppendLine(), 0);
    }

    /// <summary>Very many lines, each written soon after it is made.</summary>
    public void Lines(IEnumerable<string> lines)
    {
        var block = new StringBuilder();
        foreach (var line in lines)
            Write(block.AppendLine(Safe.Text(line)), LongestBlock);
        Write(block, 0);
    }

    // What goes to a console is written at once, each time: for millions of lines that takes longer than making them.
    private void Write(StringBuilder block, int longest)
    {
        if (block.Length <= longest)
            return;
        around.Out.Write(block);
        block.Clear();
    }

    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (!around.IsTerminal)
        {
            Plain([.. rows.Select(row => row.Select(Safe.Line).ToArray())]);
            return;
        }
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var (place, header) in headers.Index())
        {
            var column = new TableColumn(new Text(header, new Style(decoration: Decoration.Bold)));
            // The last one is the longest, and takes what room is left.
            table.AddColumn(place < headers.Count - 1 ? column.NoWrap() : column);
        }
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(Safe.Line(cell))));
        console.Write(table);
    }

    /// <summary>Name and value below each other; what is empty is left out.</summary>
    public void Fields(params IEnumerable<(string Name, string? Value)> fields)
    {
        var filled = fields.Where(field => !string.IsNullOrEmpty(field.Value)).ToList();
        if (!around.IsTerminal)
        {
            Plain([.. filled.Select(field => (string[])[field.Name, Safe.Line(field.Value!)])]);
            return;
        }
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, value) in filled)
            grid.AddRow(new Text(name, new Style(decoration: Decoration.Dim)), new Text(Safe.Text(value!)));
        console.Write(grid);
    }

    // One line for each row, whole and without lines around it: made for grep and cut.
    private void Plain(IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0)
            return;
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            around.Out.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    /// <summary>A bar on the error stream, where it does not get into what is piped on.</summary>
    public async Task<T> Progress<T>(string doing, Func<Action<double>, Task<T>> work)
    {
        if (!around.IsTerminal || isJson)
            return await work(_ => { });
        return await Console(around.Error).Progress().AutoClear(true).StartAsync(async progress =>
        {
            var task = progress.AddTask(Markup.Escape(Safe.Line(doing)), maxValue: 1);
            return await work(share => task.Value = share);
        });
    }

    private static IAnsiConsole Console(TextWriter writer) => AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(writer) });
}
