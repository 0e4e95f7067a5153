using Sluice.Mainframe.Cics;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Tests.Commands;

namespace Sluice.Mainframe.Tests.Cics;

public sealed class RealCsdTests
{
    [Fact]
    public void Every_definition_of_the_table_is_found_with_its_program_and_data_set_and_nothing_else()
    {
        Truth.IsNeeded();
        var table = TruthTable.Rows("csd");
        Assert.True(table.Count > 100, $"Only {table.Count} rows.");
        foreach (var file in table.GroupBy(row => row["file"]))
        {
            var expected = file.Select(row => string.Join(' ', Line(row), row["resource"], row["name"], row["group"],
                row["program"], row["dsname"]))
                .Order(StringComparer.Ordinal);
            Assert.Equal(expected, Found(file.Key).Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<string> Found(string path)
    {
        var findings = Read(path);
        foreach (var contains in findings.References.Where(reference => reference.Verb == Verb.Contains
            && reference.From.Name.StartsWith("GROUP ", StringComparison.Ordinal)))
        {
            var what = contains.To;
            // The references of a definition come right after it; one name may be defined twice.
            var own = findings.References.SkipWhile(reference => reference != contains).Skip(1)
                .TakeWhile(reference => reference.Verb != Verb.Contains)
                .ToList();
            var program = own.FirstOrDefault(reference => reference.Verb == Verb.Runs && what.Kind == ThingKind.Transaction)
                .ToName();
            var dataSet = own.FirstOrDefault(reference => reference.To.Kind == ThingKind.DataSet).ToName();
            yield return string.Join(' ', contains.At.Line.ToString("0000", null), Type(what), what.Name[(what.Name.IndexOf(' ',
                StringComparison.Ordinal) + 1)..],
                contains.From.Name["GROUP ".Length..], program, dataSet);
        }
    }

    /// <summary>Of a job only what is behind SYSIN, which is what the utility reads.</summary>
    private static Findings Read(string path)
    {
        var source = RealDefinitions.Source(path);
        var findings = new Findings();
        var first = 1;
        var last = source.Count;
        if (path.EndsWith(".jcl", StringComparison.OrdinalIgnoreCase))
        {
            while (!source[first].StartsWith("//SYSIN", StringComparison.Ordinal))
                first++;
            last = ++first;
            while (last < source.Count && !source[last + 1].StartsWith("/*", StringComparison.Ordinal) && !source[last
                + 1].StartsWith("//", StringComparison.Ordinal))
                last++;
        }
        CsdReader.Read(new CommandSource(new(ThingKind.ControlMember, "CSD"), source, first, last), findings);
        Assert.Empty(findings.Diagnostics);
        return findings;
    }

    private static string Line(Dictionary<string, string> row) => row["line"].PadLeft(4, '0');

    private static string Type(Thing what) => what.Kind switch
    {
        ThingKind.CicsFile => "FILE",
        ThingKind.Queue => "TDQUEUE",
        ThingKind.Resource => what.Name.Split(' ')[0],
        var kind => kind.ToString().ToUpperInvariant(),
    };
}

file static class Names
{
    public static string ToName(this Reference? reference) => reference?.To.Name ?? "";
}
