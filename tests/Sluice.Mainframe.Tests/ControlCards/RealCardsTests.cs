using Sluice.Mainframe.ControlCards;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.ControlCards;

/// <summary>Holds the readers against tables of what public jobs do; see <see cref="RealMembersTests"/> for where they are.</summary>
public sealed class RealCardsTests(ITestOutputHelper output)
{
    private const double Share = 0.99;

    /// <summary>A row of a table and a reference: the same when they name the same of the same step.</summary>
    private readonly record struct Fact(string File, string Step, string What);

    [Fact]
    public void Idcams_creates_and_deletes_what_the_jobs_say() => Compare("job_dataset", "IDCAMS",
        row => row["basis"].StartsWith("IDCAMS ", StringComparison.Ordinal) && row["dd"] == "SYSIN(IDCAMS)" && row["access"] is "create" or "delete",
        row => new(row["file"], row["step"], $"{row["access"]} {row["dsn_raw"]}"),
        found => found is { To.Kind: ThingKind.DataSet, Through: null, Verb: Verb.Creates or Verb.Deletes }
            ? $"{(found.Verb == Verb.Creates ? "create" : "delete")} {found.To.Name}" : null);

    [Fact]
    public void Idcams_copies_from_and_to_what_the_jobs_say() => Compare("job_dataset", "IDCAMS",
        row => row["basis"].StartsWith("IDCAMS REPRO", StringComparison.Ordinal) && row["access"] is "read" or "write",
        row => new(row["file"], row["step"], $"{row["access"]} {(row["dd"] == "SYSIN(IDCAMS)" ? row["dsn_raw"] : row["dd"])}"),
        found => found is { Verb: Verb.Reads or Verb.Writes, To.Kind: ThingKind.DataSet or ThingKind.DdName }
            ? $"{(found.Verb == Verb.Reads ? "read" : "write")} {found.To.Name}" : null);

    [Fact]
    public void Tso_batch_runs_what_the_jobs_say() => Compare("job_program", "IKJEFT01",
        row => row["via"] == "TSO RUN PROGRAM", row => new(row["file"], row["step"], row["program"]),
        found => found is { Verb: Verb.Runs, To.Kind: ThingKind.Program } ? found.To.Name : null);

    [Fact]
    public void Packages_and_plans_are_bound_as_the_jobs_say() => Compare("db2_bind", "IKJEFT01",
        _ => true, row => new(row["file"], row["step"], row["kind"] == "PACKAGE"
            ? $"Package {row["plan_or_collection"]}.{row["member"]}" : $"Plan {row["plan_or_collection"]}"),
        found => found.Verb == Verb.Binds ? found.To.ToString() : null);

    [Fact]
    public void Ims_regions_run_what_the_jobs_say()
    {
        Truth.IsNeeded();
        foreach (var row in TruthTable.Rows("job_program").Where(row => row["via"] == "IMS PARM"))
            Assert.Equal(row["program"], Cards.Parm("DFSRRC00", row["raw"]).References[0].To.Name);
    }

    [Fact]
    public void Every_control_member_is_understood()
    {
        Truth.IsNeeded();
        foreach (var (path, _) in Truth.Members().Where(member => member.Kind == MemberKind.ControlCard))
        {
            var findings = new Findings();
            ControlCardReader.Read(MemberName.Of(path), SourceText.Read(File.ReadAllBytes(path))!, findings);
            output.WriteLine($"{Path.GetFileName(path)}: {Cards.Told(findings)}");
            Assert.NotEmpty(findings.References);
            Assert.Empty(findings.Diagnostics);
        }
    }

    private void Compare(string table, string program, Func<Dictionary<string, string>, bool> isMeant, Func<Dictionary<string, string>, Fact> expects,
        Func<Reference, string?> tells)
    {
        Truth.IsNeeded();
        var expected = TruthTable.Rows(table).Where(isMeant).Select(expects).ToHashSet();
        var told = Steps(program).SelectMany(step => step.Findings.References.Select(tells).OfType<string>()
            .Select(what => new Fact(step.File, step.Name, what))).ToHashSet();
        var right = expected.Intersect(told).Count();
        output.WriteLine($"{table} {program}: {expected.Count} expected, {told.Count} told, {right} right");
        foreach (var missed in expected.Except(told))
            output.WriteLine($"missed: {missed}");
        foreach (var extra in told.Except(expected))
            output.WriteLine($"not in the table: {extra}");
        Assert.NotEmpty(expected);
        Assert.True(right >= Share * expected.Count, $"Recall is {right} of {expected.Count}.");
        // Jobs that the table says nothing of are shown above.
        var ofSameJobs = told.Count(fact => expected.Any(row => row.File == fact.File));
        Assert.True(right >= Share * ofSameJobs, $"Precision is {right} of {ofSameJobs}.");
    }

    /// <summary>The in-stream control statements of all steps that run the program, found by eye rather than by JCL's grammar.</summary>
    private static IEnumerable<(string File, string Name, Findings Findings)> Steps(string program)
    {
        foreach (var (path, kind) in Truth.Members().Where(member => member.Kind is MemberKind.Jcl or MemberKind.Proc))
        {
            var source = SourceText.Read(File.ReadAllBytes(path))!;
            string? step = null;
            for (var line = 1; line <= source.Count; line++)
            {
                var card = source[line].ToString();
                var words = card.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (words is [['/', '/', not '*', ..], "EXEC", ..])
                    step = card.Contains($"PGM={program}", StringComparison.Ordinal) ? words[0][2..] : null;
                if (step is null || words is not [['/', '/', ..], "DD", ['*', ..], ..])
                    continue;
                var last = line;
                while (last < source.Count && !source[last + 1].StartsWith("//", StringComparison.Ordinal)
                    && !source[last + 1].StartsWith("/*", StringComparison.Ordinal))
                    last++;
                var findings = new Findings();
                UtilityCards.Read(program, null, Cards.Step, words[0][2..], source, line + 1, last, findings);
                yield return (Path.GetRelativePath(Path.Combine(Truth.Folder!, "src"), path), step, findings);
                line = last;
            }
        }
    }
}
