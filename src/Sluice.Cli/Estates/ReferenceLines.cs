using System.Globalization;
using Sluice.Cli.Output;
using Sluice.Mainframe;
using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary>References as rows.</summary>
internal static class ReferenceLines
{
    /// <summary>How far away each is said where not all are the nearest.</summary>
    public static void Table(Screen screen, IReadOnlyList<(int Distance, KnownReference Known)> steps)
    {
        var hasFar = steps.Any(step => step.Distance > 1);
        screen.Table(
            [.. hasFar ? ["distance"] : (string[])[], "where", "who", "does", "to", "certainty", "text"],
            steps.Select(step => (string[])
            [
                .. hasFar ? [$"{step.Distance}"] : (string[])[], $"{step.Known.Member.Path}:{step.Known.Reference.At.Line}",
                step.Known.Reference.From.Name, EstateJson.Words(step.Known.Reference.Verb),
                $"{EstateJson.Words(step.Known.Reference.To.Kind)} {step.Known.Reference.To.Name}{Detail(step.Known.Reference)}",
                EstateJson.Words(step.Known.Reference.Certainty), step.Known.Reference.Text,
            ]));
    }

    /// <summary>RFC 4180. What a spreadsheet would take for a formula is kept from being one.</summary>
    public static void Csv(Screen screen, IEnumerable<KnownReference> references)
    {
        screen.Line("path,line,column,from-kind,from,verb,to-kind,to,certainty,through,why,text,detail");
        screen.Lines(references.Select(known => Row(known.Member.Path, known.Reference)));
    }

    private static string Row(string path, Reference reference) => string.Join(',', new[]
    {
        path, reference.At.Line.ToString(CultureInfo.InvariantCulture), reference.At.Column.ToString(CultureInfo.InvariantCulture),
        EstateJson.Words(reference.From.Kind), reference.From.Name, EstateJson.Words(reference.Verb),
        EstateJson.Words(reference.To.Kind), reference.To.Name, EstateJson.Words(reference.Certainty),
        reference.Through ?? "", reference.Why ?? "", reference.Text, reference.Detail ?? "",
    }.Select(Cell));

    private static string Detail(Reference reference) => reference.Detail is { } detail ? $"({detail})" : "";

    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
