using Sluice.Mainframe.Jcl;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Jcl;

/// <summary>Small members, and what is found in them in one line each.</summary>
internal static class JclText
{
    public const string Job = "//PAY JOB 1\n";
    public const string Step = "//PAY JOB 1\n//S1 EXEC PGM=PAYROLL\n";

    public static Findings Read(string text, string member = "PAY")
    {
        var findings = new Findings();
        JclReader.Read(member, SourceText.Of(text), findings);
        return findings;
    }

    /// <returns><c>PAY.S1 Reads PAY.IN</c>, without what a job is made of.</returns>
    public static IEnumerable<string> Says(string text, string member = "PAY") => Read(text, member).References
        .Where(reference => reference.Verb != Verb.Contains)
        .Select(reference => $"{reference.From.Name} {reference.Verb} {reference.To.Name}");

    public static Reference DataSet(string text, string member = "PAY") =>
        Assert.Single(Read(text, member).References, reference => reference.To.Kind == ThingKind.DataSet);

    public static IEnumerable<string> Codes(string text, string member = "PAY") =>
        Read(text, member).Diagnostics.Select(diagnostic => $"{diagnostic.At.Line} {diagnostic.Code}");

    public static JclMember Parse(string text, string member = "PAY") => JclMember.Parse(member, SourceText.Of(text), new());
}
