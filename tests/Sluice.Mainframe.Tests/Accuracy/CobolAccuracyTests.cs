namespace Sluice.Mainframe.Tests.Accuracy;

/// <summary>Programs of public repositories against a table that a text scan made of them.</summary>
public sealed class CobolAccuracyTests(ITestOutputHelper output)
{
    private const double Enough = 0.99;
    private const double EnoughCandidates = 0.9;

    [Fact]
    public void Copybooks_of_real_programs_are_found()
    {
        Truth.IsNeeded();
        AtLeast(Enough, new(
            "program → copybook",
            // The table gives the line of EXEC SQL, and the readers that of the name.
            TruthTable.Rows("program_copybook").Select(row => row["via"] == "SQL INCLUDE"
                ? $"{row["file"]} {row["copybook"].ToUpperInvariant()}" : $"{row["file"]}:{row["line"]} {row["copybook"].ToUpperInvariant()}"),
            RealEstate.References
                .Where(known => known.Reference.Verb is Verb.Copies && known.Member.Kind is MemberKind.Cobol or MemberKind.Copybook)
                .Select(known => known.Reference.Through == "SQL"
                    ? $"{RealEstate.Relative(known)} {known.Reference.To.Name}"
                    : $"{RealEstate.Relative(known)}:{known.Reference.At.Line} {known.Reference.To.Name}")));
    }

    [Fact]
    public void Tables_of_real_programs_are_found()
    {
        Truth.IsNeeded();
        AtLeast(Enough, new(
            "program → table",
            TruthTable.Rows("program_sql_table").Where(row => row["operation"] != "DECLARE TABLE")
                .Select(row => $"{row["file"]} {row["operation"]} {row["table"].ToUpperInvariant()}").Distinct(),
            RealEstate.References
                .Where(known => known.Reference.To.Kind is ThingKind.Table && known.Reference.From.Kind is ThingKind.Program
                    && known.Reference.Verb is Verb.Reads or Verb.Writes or Verb.Updates or Verb.Deletes)
                .Select(known => $"{RealEstate.Relative(known)} {Operation(known.Reference.Verb)} {known.Reference.To.Name}").Distinct()), fewest: 10);
    }

    [Fact]
    public void No_real_program_is_taken_for_one_that_was_cut_off()
    {
        Truth.IsNeeded();
        var snapshot = RealEstate.Graph.Snapshot;
        Assert.Empty(snapshot.Members.SelectMany(entry => snapshot.Diagnostics(entry)
            .Where(diagnostic => diagnostic.Code.StartsWith("cobol.ends-", StringComparison.Ordinal))
            .Select(diagnostic => $"{entry.Path} {diagnostic}")));
    }

    [Fact]
    public void Calls_that_name_their_target_are_found() => AtLeast(Enough, Calls("N"));

    [Fact]
    public void Targets_of_dynamic_calls_are_among_the_candidates()
    {
        Truth.IsNeeded();
        var score = Calls("Y");
        output.WriteLine(score.ToString());
        foreach (var missed in score.Missed)
            output.WriteLine(missed);
        Assert.True(score.Expected > 50 && score.Recall >= EnoughCandidates, score.ToString());
    }

    [Fact]
    public void No_dynamic_call_is_dropped()
    {
        Truth.IsNeeded();
        var said = RealEstate.References.Where(known => known.Reference.Variable is not null)
            .Select(known => $"{RealEstate.Relative(known)} {Kind(known.Reference)} {known.Reference.Variable}").ToHashSet();

        Assert.All(
            TruthTable.Rows("program_call").Where(row => row["ambiguous"] == "Y"),
            row => Assert.Contains($"{row["file"]} {row["kind"]} {row["operand_raw"].Split(' ')[0].ToUpperInvariant()}", said));
    }

    private static Score Calls(string ambiguous)
    {
        Truth.IsNeeded();
        return new(
            ambiguous == "N" ? "program → call" : "program → call, dynamic",
            TruthTable.Rows("program_call").Where(row => row["ambiguous"] == ambiguous && row["target"].Length > 0)
                .Select(row => $"{row["file"]} {row["kind"]} {row["target"].ToUpperInvariant()}"),
            RealEstate.References.Where(known => Kind(known.Reference) is not null && known.Reference.From.Kind is ThingKind.Program
                    && known.Reference.Certainty is Certainty.Certain == (ambiguous == "N"))
                .Select(known => $"{RealEstate.Relative(known)} {Kind(known.Reference)} {known.Reference.To.Name}"));
    }

    private static string? Kind(Reference reference) => (reference.Verb, reference.To.Kind) switch
    {
        (Verb.Calls, ThingKind.Program) => "CALL",
        (Verb.Links, ThingKind.Program) => "CICS LINK",
        (Verb.Transfers, ThingKind.Program) => "CICS XCTL",
        (Verb.Returns, ThingKind.Transaction) => "CICS RETURN TRANSID",
        (Verb.Sends, ThingKind.Mapset) => "CICS SEND MAP",
        (Verb.Receives, ThingKind.Mapset) => "CICS RECEIVE MAP",
        _ => null,
    };

    private static string Operation(Verb verb) => verb switch
    {
        Verb.Writes => "INSERT",
        Verb.Updates => "UPDATE",
        Verb.Deletes => "DELETE",
        _ => "SELECT",
    };

    private void AtLeast(double share, Score score, int fewest = 100)
    {
        output.WriteLine(score.ToString());
        foreach (var difference in score.Missed.Concat(score.Surplus))
            output.WriteLine(difference);
        Assert.True(score.Expected >= fewest && score.Recall >= share && score.Precision >= share, score.ToString());
    }
}
