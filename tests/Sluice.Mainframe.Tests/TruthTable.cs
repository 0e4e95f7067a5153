using System.Text;

namespace Sluice.Mainframe.Tests;

/// <summary>One table of the truth, a row as its columns by name.</summary>
internal static class TruthTable
{
    public static List<Dictionary<string, string>> Rows(string name)
    {
        Truth.IsNeeded();
        var lines = File.ReadAllLines(Path.Combine(Truth.Folder!, "truth", name + ".csv"));
        var columns = Cells(lines[0]);
        return [.. lines.Skip(1).Select(line => columns.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    // RFC 4180, without line breaks in cells.
    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
            if (line[at] == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"')
                cell.Append(line[++at]);
            else if (line[at] == '"')
                quoted = !quoted;
            else if (line[at] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(line[at]);
        return [.. cells, cell.ToString()];
    }
}
