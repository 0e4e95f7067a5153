using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Cobol;

/// <summary>Where on a line the program text stands.</summary>
/// <remarks>
/// Enterprise COBOL for z/OS Language Reference, chapter "Reference format": sequence number area (columns 1–6), indicator area (7),
/// area A (8–11), area B (12–72); what follows is not read. Free format has none of these areas.
/// </remarks>
internal enum ReferenceFormat
{
    Fixed,
    Free,
}

internal static class ReferenceFormats
{
    private const int Indicator = 7;
    private const int Enough = 400;

    /// <summary>
    /// By directive where there is one. Otherwise by the text: which of the two most of its first lines can be.
    /// </summary>
    public static ReferenceFormat Of(SourceText source)
    {
        int fixedLines = 0, freeLines = 0;
        for (var number = 1; number <= source.Count && number <= Enough; number++)
        {
            var line = source[number];
            if (Directive(line) is { } said)
                return said;
            if (line.Length < Indicator)
                continue;
            if (IsFixed(line))
                fixedLines++;
            else
                freeLines++;
        }
        return freeLines > fixedLines ? ReferenceFormat.Free : ReferenceFormat.Fixed;
    }

    /// <summary>A legal indicator, and no word of the language that begins before it or goes on across it.</summary>
    private static bool IsFixed(ReadOnlySpan<char> line)
    {
        var sequence = line[..(Indicator - 1)];
        var indicator = line[Indicator - 1];
        if (indicator is not (' ' or '*' or '/' or '-' or 'D' or 'd' or '$'))
            return false;
        // Anything may stand in the sequence number area; six letters, or a word and a blank, are rather the beginning of a statement.
        return sequence.Trim(' ').IsEmpty || sequence.ContainsAnyInRange('0', '9') || indicator is '*' or '/';
    }

    // Of the COBOL 2002 standard and of other compilers: first on their line, from area A on in what is in fixed format until then.
    private static ReferenceFormat? Directive(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        if (text is not (['>', '>', ..] or ['$', ..]) && line.Length > Indicator)
            text = line[(Indicator - 1)..].TrimStart(' ');
        if (text is not (['>', '>', ..] or ['$', ..]) || !text.Contains("SOURCE", StringComparison.OrdinalIgnoreCase))
            return null;
        return text.Contains("FREE", StringComparison.OrdinalIgnoreCase) ? ReferenceFormat.Free
            : text.Contains("FIXED", StringComparison.OrdinalIgnoreCase) ? ReferenceFormat.Fixed
            : null;
    }
}
