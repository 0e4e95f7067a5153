using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// <c>SYSOUT=(A,INTRDR)</c>: what a step writes there is submitted. Source: z/OS MVS JCL Reference, chapter "DD statement",
/// parameter SYSOUT, and z/OS JES Application Programming, on the internal reader.
/// </summary>
internal static class InternalReader
{
    private const string Usual = "A member that is submitted usually has the name of the job in it.";

    /// <summary>Of programs that copy as it is what they read; what others submit, they have made themselves.</summary>
    public static void Read(Step step, string program, Thing by, Symbols symbols, SourceText source, Findings findings)
    {
        if (DdNames(program) is not var (from, to) || step.Find(to) is not { } submitted || !IsSubmitted(submitted.Statement))
            return;
        foreach (var dd in step.Dds)
            if (dd.Name != from)
                continue;
            else if (dd.Statement.Data is { } data)
                InStream(dd.Statement, data, by, source, findings);
            else if (dd.Statement.Find("DSN", "DSNAME") is { ValueLength: > 0 } dsn
                && DataSetTarget.Of(dsn.Value.ToString(), symbols) is { Certainty: not Certainty.Unresolved, Name.Member: { } member }
                && Name.IsValid(member))
                findings.Refer(new(by, Verb.Runs, new(ThingKind.Job, member), dd.Statement.PlaceOf(dsn.ValueStart), dd.Statement.Text)
                {
                    Certainty = Certainty.Candidate,
                    Chain = [new(null, submitted.Statement.At, submitted.Statement.Text)],
                    Why = Usual,
                });
    }

    private static (string From, string To)? DdNames(string program) => program switch
    {
        "IEBGENER" or "ICEGENER" or "SYNCGENR" => ("SYSUT1", "SYSUT2"),
        "SORT" or "DFSORT" or "ICEMAN" or "SYNCSORT" => ("SORTIN", "SORTOUT"),
        _ => null,
    };

    private static bool IsSubmitted(Statement dd)
    {
        if (dd.Find("SYSOUT") is not { } sysout)
            return false;
        var value = sysout.Value.ToString();
        return OperandField.Items(value).Skip(1).Any(item =>
            value.AsSpan(item.Start, item.Length).Equals("INTRDR", StringComparison.OrdinalIgnoreCase));
    }

    private static void InStream(Statement dd, InStreamData data, Thing by, SourceText source, Findings findings)
    {
        for (var line = data.FirstLine; line <= data.LastLine; line++)
        {
            var text = source[line];
            if (!text.StartsWith("//") || text.Length <= Columns.Name || text[Columns.Name] is ' ' or '*')
                continue;
            var end = Columns.EndOfWord(text, Columns.Name);
            var operation = Columns.SkipBlanks(text, end);
            if (Operations.Of(text[operation..Columns.EndOfWord(text, operation)]) == Operation.Job)
            {
                var job = new Thing(ThingKind.Job, Name.Upper(text[Columns.Name..end]));
                findings.Refer(new(by, Verb.Runs, job, new(line, Columns.Name + 1), OneLine.Of(text)) { Through = dd.Name });
            }
        }
    }
}
