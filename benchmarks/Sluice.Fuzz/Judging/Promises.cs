using Sluice.Mainframe;
using Sluice.Mainframe.Text;

namespace Sluice.Fuzz.Judging;

/// <summary>What holds of everything that a reader says, whatever it read.</summary>
internal static class Promises
{
    // What is quoted in it is cut off.
    private const int LongestWords = 1000;

    /// <returns>Null when all are kept.</returns>
    public static Finding? Broken(Reading reading) =>
        First(reading.References, reference => Of(reference, reading))
        ?? First(reading.Defines, definition => Within(definition.At, reading, "definition", definition))
        ?? First(reading.Assignments, assignment => Of(assignment, reading))
        ?? First(reading.Diagnostics, diagnostic => Of(diagnostic, reading))
        ?? (reading.Diagnostics.Count > Findings.MostDiagnostics + 1
            ? new("more diagnostics than are listed", $"{reading.Diagnostics.Count}") : null);

    /// <summary>Nothing is to the right of what its line holds: for who has the member's text at hand, too.</summary>
    public static Finding? Broken(Reading reading, SourceText source) =>
        First(reading.References, reference => Within(reference.At, source, reading.Language, reference))
        ?? First(reading.Defines, definition => Within(definition.At, source, reading.Language, definition))
        ?? First(reading.Assignments, assignment => Within(assignment.At, source, reading.Language, assignment))
        ?? First(reading.Diagnostics, diagnostic => Within(diagnostic.At, source, reading.Language, diagnostic));

    private static Finding? Within(Place at, SourceText source, Language language, object said) =>
        source.Count == 0 || at.Column <= source[at.Line].Length + 1 ? null
            : new($"{language} {said.GetType().Name} to the right of its line", $"{at}, where the line has {source[at.Line].Length} characters: {said}");

    private static Finding? First<T>(IEnumerable<T> said, Func<T, Finding?> broken) =>
        said.Select(broken).FirstOrDefault(finding => finding is not null);

    public static Finding? Of(Reference reference, Reading reading)
    {
        var why = reference.Certainty switch
        {
            Certainty.Certain when reference.Why is not null => "certain, with a reason why not",
            Certainty.Unresolved when string.IsNullOrEmpty(reference.Why) => "unresolved without a reason",
            Certainty.Candidate when reference.Chain.Count == 0 => "candidate without a chain",
            _ => null,
        };
        if (why is not null)
            return new(why, reference.ToString());
        foreach (var link in reference.Chain)
            if (link.Member is null && Within(link.At, reading, "link", reference) is { } outside)
                return outside;
        return Within(reference.At, reading, "reference", reference) ?? Shown(reference.Text, "reference", reference);
    }

    private static Finding? Of(Assignment assignment, Reading reading) =>
        Within(assignment.At, reading, "assignment", assignment) ?? Shown(assignment.Text, "assignment", assignment);

    private static Finding? Of(Diagnostic diagnostic, Reading reading) =>
        Within(diagnostic.At, reading, "diagnostic", diagnostic)
        ?? (diagnostic.Words.Length is 0 or > LongestWords
            ? new($"words of {diagnostic.Code} of wrong length", $"{diagnostic.Words.Length} characters at {diagnostic.At}") : null);

    private static Finding? Within(Place at, Reading reading, string kind, object said) =>
        at.Line >= 1 && at.Line <= Math.Max(1, reading.Lines) && at.Column >= 1 ? null
            : new($"{reading.Language} {kind} outside of its member", $"{at} of {reading.Lines} lines: {said}");

    private static Finding? Shown(string text, string kind, object said) =>
        text.Length > Reference.LongestText ? new($"{kind} with too long a text", $"{text.Length} characters: {said}")
        : text.AsSpan().ContainsAny('\n', '\r', '\0') ? new($"{kind} with a text of several lines", $"{said}")
        : null;
}
