using Sluice.Mainframe.Jcl;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Jcl;

/// <summary>What the reader finds in public sources against tables that a text scan made of them, row by row.</summary>
public sealed class RealJclTests(ITestOutputHelper output)
{
    private const int LeastPercent = 99;

    // The scan left out symbols without value and got ".CARDDEMO.CBL" and "OEM.DB2..SDSNLOAD": no data set is called so.
    private static bool IsWhole(string name) => !name.StartsWith('.') && !name.Contains("..", StringComparison.Ordinal);

    [Fact]
    public void Steps_run_the_programs_that_the_table_lists() => Compare(
        // What a region's PARM or RUN PROGRAM starts is told with the line of EXEC there, and here with its own.
        TruthTable.Rows("job_program").Select(row => new Row(row["file"], "", row["step"], row["program"], row["ambiguous"] == "N")),
        (reference, _) => reference is { Verb: Verb.Runs, To.Kind: ThingKind.Program, From.Kind: not ThingKind.Transaction }
            ? new("", "", StepOf(reference), reference.To.Name, IsTold(reference)) : null);

    [Fact]
    public void Steps_run_the_procedures_that_the_table_lists() => Compare(
        TruthTable.Rows("job_proc").Select(row => new Row(row["file"], row["line"], row["step"], row["proc"], row["ambiguous"] == "N")),
        (reference, line) => reference is { Verb: Verb.Runs, To.Kind: ThingKind.Proc }
            ? new("", line, StepOf(reference), reference.To.Name, IsTold(reference)) : null);

    [Fact]
    public void Dd_statements_give_the_data_sets_that_the_table_lists() => Compare(
        TruthTable.Rows("job_dataset").Where(row => !row["dd"].Contains('(', StringComparison.Ordinal)).Select(row => new Row(
            row["file"], "", row["step"],
            $"{row["dd"]}{(row["concat_seq"] == "0" ? "" : $"({row["concat_seq"]})")} {Bare(row["dsn_resolved"])} {row["member_or_generation"]}".TrimEnd(),
            row["ambiguous"] == "N" && IsWhole(row["dsn_resolved"]))),
        (reference, _) => reference is { To.Kind: ThingKind.DataSet, Through: not "JCLLIB" } && IsStatement(reference)
            ? new("", "", StepOf(reference), $"{reference.Through} {reference.To.Name} {reference.Detail}".TrimEnd(), IsTold(reference)) : null);

    [Fact]
    public void Libraries_of_procedures_are_those_that_the_table_lists() => Compare(
        TruthTable.Rows("job_include").Select(row => new Row(row["file"], row["line"], row["job_or_proc"],
            row["operand"], true)),
        (reference, line) => reference is { Through: "JCLLIB" } or { To.Kind: ThingKind.JclInclude }
            ? new("", line, reference.From.Name, reference.Text[(reference.Text.IndexOf("JCLLIB ", StringComparison.Ordinal) + 7)..], IsTold(reference)) : null);

    [Fact]
    public void Real_members_are_read_without_much_complaint()
    {
        Truth.IsNeeded();
        var complaints = Files().SelectMany(file => Read(file).Diagnostics.Select(diagnostic => $"{file}:{diagnostic}")).ToList();
        complaints.ForEach(output.WriteLine);
        Assert.InRange(complaints.Count, 0, 20);
    }

    [Fact]
    public void Compile_job_gives_its_procedure_the_names_that_it_has_left_open()
    {
        Truth.IsNeeded();
        var members = Files().Select(Parse).ToLookup(member => member.Name);

        var job = Expansion.Of(
            members["BATCMP"].First().Jobs[0], name => members[name].SelectMany(member => member.Procs).FirstOrDefault(), _ => null);

        Assert.Empty(job.Diagnostics);
        Assert.Equal(["BATCMP.COMPILE", "BATCMP.CBLPRINT", "BATCMP.LKED"], job.Steps.Select(step => step.FullName));
        Assert.Equal(new("AWS.M2.CARDDEMO.CBL", "BATCHPGM"), job.Steps[0].Find("SYSIN")[0].DataSet);
        Assert.All(job.Steps.SelectMany(step => step.Dds), dd => Assert.Null(dd.Why));
    }

    private void Compare(IEnumerable<Row> expected, Func<Reference, string, Row?> row)
    {
        Truth.IsNeeded();
        var rows = expected.ToList();
        Assert.NotEmpty(rows);
        var certain = rows.Where(each => each.IsTold).Select(each => each with { IsTold = true }).ToHashSet();
        var open = rows.Where(each => !each.IsTold).Select(each => each.Where()).ToHashSet();
        var found = Files().SelectMany(file => Read(file).References
                .Select(reference => row(reference, $"{reference.At.Line}") is { } each ? each with { File = file } : null))
            .OfType<Row>().Where(each => each.IsTold && !open.Contains(each.Where())).ToHashSet();
        var missed = certain.Except(found).ToList();
        var extra = found.Except(certain).ToList();
        var recall = Percent(certain.Count - missed.Count, certain.Count);
        var precision = Percent(found.Count - extra.Count, found.Count);
        output.WriteLine($"{certain.Count} rows, recall {recall:f1} %, {found.Count} found, precision {precision:f1} %");
        missed.ForEach(each => output.WriteLine($"missed {each}"));
        extra.ForEach(each => output.WriteLine($"extra {each}"));
        Assert.True(recall >= LeastPercent && precision >= LeastPercent, $"recall {recall:f1} %, precision {precision:f1} %");
    }

    private static double Percent(int part, int whole) => whole == 0 ? 100 : 100.0 * part / whole;

    private static bool IsTold(Reference reference) => reference.Certainty != Certainty.Unresolved;

    // What control cards name has rows of its own.
    private static bool IsStatement(Reference reference) => reference.Text.StartsWith("//", StringComparison.Ordinal);

    // JOBLIB is the job's own.
    private static string StepOf(Reference reference) => reference.From.Kind != ThingKind.Step ? ""
        : reference.From.Name[(reference.From.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static string Bare(string name) => name.Trim('(', ')', '\'');

    private static List<string> Files() => [.. Truth.Members()
        .Where(member => member.Kind is MemberKind.Jcl or MemberKind.Proc)
        .Select(member => Path.GetRelativePath(Path.Combine(Truth.Folder!, "src"), member.Path))];

    private static Findings Read(string file)
    {
        var findings = new Findings();
        JclReader.Read(MemberName.Of(file), Source(file), findings);
        return findings;
    }

    private static JclMember Parse(string file) => JclMember.Parse(MemberName.Of(file), Source(file), new());

    private static SourceText Source(string file) => SourceText.Read(File.ReadAllBytes(Path.Combine(Truth.Folder!, "src", file)))!;

    private sealed record Row(string File, string Line, string Step, string Target, bool IsTold)
    {
        public (string, string, string, string) Where() => (File, Line, Step, Target.Split(' ')[0]);
    }
}
