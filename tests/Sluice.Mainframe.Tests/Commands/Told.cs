using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Commands;

/// <summary>What a reader finds in a member, as sentences that a table of a test can hold.</summary>
internal static class Told
{
    public delegate void Reader(string name, SourceText source, Findings findings);

    public static Findings By(Reader reader, string member)
    {
        var findings = new Findings();
        reader("MEMBER", SourceText.Of(member), findings);
        return findings;
    }

    /// <summary>
    /// <c>Transaction PAY1 runs Program PAYROLL 1:30 through PAY</c>; what is not certain ends in a question mark.
    /// </summary>
    public static string Sentences(this Findings findings) => string.Join('\n', findings.References.Select(Sentence));

    /// <summary><c>Program PAYROLL 1:16</c>.</summary>
    public static string Defined(this Findings findings) =>
        string.Join('\n', findings.Defines.Select(definition => $"{definition.What} {definition.At}"));

    public static string Codes(this Findings findings) =>
        string.Join('\n', findings.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.At}"));

    private static string Sentence(Reference reference) =>
        $"{reference.From} {Lower(reference.Verb)} {reference.To} {reference.At}"
        + (reference.Through is null ? "" : $" through {reference.Through}")
        + (reference.Certainty == Certainty.Certain ? "" : reference.Certainty == Certainty.Candidate ? " maybe" : " ?");

    private static string Lower(Verb verb) => char.ToLowerInvariant(verb.ToString()[0]) + verb.ToString()[1..];
}
