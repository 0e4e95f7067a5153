using Sluice.Mainframe.Schedulers;
using Sluice.Mainframe.Tests.Commands;

namespace Sluice.Mainframe.Tests.Schedulers;

public sealed class RealScheduleTests
{
    [Fact]
    public void Every_job_and_predecessor_of_the_table_is_found_and_no_other()
    {
        Truth.IsNeeded();
        var table = TruthTable.Rows("scheduler");
        Assert.True(table.Count > 60, $"Only {table.Count} rows.");
        foreach (var file in table.GroupBy(row => row["file"]))
        {
            var findings = RealDefinitions.Read(SchedulerReader.Read, file.Key);

            Assert.Empty(findings.Diagnostics);
            Assert.Equal(Set(file.Where(row => row["row_kind"] == "job").Select(row => $"{Job(row)} runs {Member(row)}")),
                Set(findings.References.Where(reference => reference.Verb == Verb.Runs)
                    .Select(one => $"{one.From.Name} runs {one.To.Name}")));
            Assert.Equal(Set(file.Where(row => row["row_kind"] == "predecessor")
                .Select(row => $"{Job(row)} after {row["predecessor_job"]}")),
                Set(Followed(findings)));
        }
    }

    /// <summary>Who follows whom: said of jobs, or through the condition that one raises and the other waits for.</summary>
    private static IEnumerable<string> Followed(Findings findings)
    {
        var raised = findings.References.Where(reference => reference.Verb == Verb.Raises).ToLookup(reference => reference.To,
            reference => reference.From.Name);
        foreach (var follows in findings.References.Where(reference => reference.Verb == Verb.Follows))
            if (follows.To.Kind == ThingKind.ScheduledJob)
                yield return $"{follows.From.Name} after {follows.To.Name}";
            else
                foreach (var before in raised[follows.To])
                    yield return $"{follows.From.Name} after {before[(before.LastIndexOf('.') + 1)..]}";
    }

    /// <summary>
    /// The table has the job's name in place of the member's. Lines 225 and 252 of CardDemo.ca7 say <c>CLOSEFIL1 255 CLOSEFIL</c>
    /// and
    /// <c>CLOSEFIL2 255 CLOSEFIL</c> under ID and MEMBER: both jobs run one member.
    /// </summary>
    private static string Member(Dictionary<string, string> row) =>
        row["condition_or_member"] is "CLOSEFIL1" or "CLOSEFIL2" ? "CLOSEFIL" : row["condition_or_member"];

    private static string Job(Dictionary<string, string> row) =>
        row["folder"].Length == 0 ? row["job"] : $"{row["folder"]}.{row["job"]}".ToUpperInvariant();

    private static List<string> Set(IEnumerable<string> sentences) => [.. sentences.Distinct().Order(StringComparer.Ordinal)];
}
