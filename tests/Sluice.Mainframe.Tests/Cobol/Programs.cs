using Sluice.Mainframe.Cobol;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Cobol;

internal static class Programs
{
    /// <summary>Lines as they are written from area A on; a line that begins with <c>-</c> continues the one before.</summary>
    public static Findings Fixed(params string[] lines) => Read(string.Join(
        '\n', lines.Select(line => line is ['-' or '*' or 'D', ..] ? "      " + line : "       " + line)));

    public static Findings Read(string text)
    {
        var findings = new Findings();
        CobolReader.Read("MEMBER", SourceText.Of(text), findings);
        return findings;
    }

    /// <summary>A reference as a sentence: <c>Calls Program PAY01</c>.</summary>
    public static string Said(this Reference reference) => $"{reference.Verb} {reference.To.Kind} {reference.To.Name}";
}
