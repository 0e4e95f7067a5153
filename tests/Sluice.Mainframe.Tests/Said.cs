using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests;

/// <summary>What a reader says of a source, in words short enough for a table: <c>Calls Program PAY02 2:16</c>.</summary>
internal static class Said
{
    public static Findings Of(Action<string, SourceText, Findings> reader, string source)
    {
        var findings = new Findings();
        reader("MEMBER", SourceText.Of(source), findings);
        return findings;
    }

    public static string[] References(Findings findings) => [.. findings.References.Select(Words)];

    public static string[] Definitions(Findings findings) => [.. findings.Defines.Select(definition => $"{definition.What} {definition.At}")];

    public static string[] Complaints(Findings findings) => [.. findings.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.At}")];

    private static string Words(Reference reference) =>
        $"{Mark(reference)}{reference.Verb} {reference.To}{(reference.Detail is null ? "" : $"({reference.Detail})")}{(reference.Through is null ? "" : $" through {reference.Through}")} {reference.At}";

    private static string Mark(Reference reference) => reference.Certainty switch
    {
        Certainty.Certain => "",
        Certainty.Candidate => "~",
        _ => reference.Why is { Length: > 0 } ? "?" : throw new InvalidOperationException("Unresolved, and nothing says why."),
    };
}
