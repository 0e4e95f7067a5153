using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>COBOL in fixed format (columns 1–6 any sequence, comment in 7) and in free format, upper and lower case.</summary>
/// <remarks>Whether a source is fixed or free is a compiler option and not in it, so both readings of a line are tried.</remarks>
internal static class CobolSigns
{
    private const int Indicator = 6;
    private const int LastColumn = 72;

    // Of a copybook, as much as tells.
    private const int Beginning = 200;

    private static readonly WordSet AfterName = WordSet.Of("PIC REDEFINES OCCURS VALUE COMP USAGE RENAMES GLOBAL EXTERNAL IS");

    private static readonly WordSet Verbs = WordSet.Of(
        "MOVE PERFORM EVALUATE WHEN IF ELSE COMPUTE SET STRING UNSTRING INSPECT INITIALIZE ADD SUBTRACT EXIT CONTINUE DISPLAY COPY"
        + " PIC VALUE TO");

    private static readonly WordSet Execs = WordSet.Of("CICS SQL DLI");

    /// <summary>Begins a compilation unit.</summary>
    public static bool IsUnit(ReadOnlySpan<char> line) => MayBeginUnit(line)
        && Fixed(line, out var area) | Free(line, out var all) && (IsUnitCode(area) || IsUnitCode(all));

    // Nearly every line of every member is asked, and says no with its first letter.
    private static bool MayBeginUnit(ReadOnlySpan<char> line) =>
        IsInitial(line.TrimStart(' ')) || (line.Length > Indicator && IsInitial(line[(Indicator + 1)..].TrimStart(' ')));

    private static bool IsInitial(ReadOnlySpan<char> code) =>
        code is ['I' or 'i' or 'P' or 'p' or 'F' or 'f' or 'C' or 'c' or '\t' or '\f', ..];

    /// <summary>Begins with a data description, or most of it reads like one or like statements.</summary>
    public static bool OfCopybook(SourceText source)
    {
        int code = 0, cobol = 0;
        for (var number = 1; number <= source.Count && code < Beginning; number++)
        {
            var line = source.Beginning(number);
            if (!(Fixed(line, out var area) | Free(line, out var all)))
                continue;
            // PL/I and SQL end their statements so.
            if (source[number][^1] == ';')
                return false;
            code++;
            var data = IsData(area) || IsData(all);
            if (data && code == 1)
                return !EndsStatement(source, number);
            if (data || IsStatement(area) || IsStatement(all))
                cobol++;
        }
        return code > 0 && 2 * cobol >= code;
    }

    private static bool EndsStatement(SourceText source, int number)
    {
        for (var code = 1; number <= source.Count && code < Beginning; number++, code++)
            if (source[number] is [.., ';'] && source.Beginning(number) is var line && (Fixed(line, out _) | Free(line, out _)))
                return true;
        return false;
    }

    private static bool Fixed(ReadOnlySpan<char> line, out ReadOnlySpan<char> area)
    {
        area = line.Length > Indicator && line[Indicator] is ' ' or '-' or 'D' or 'd'
            ? line[(Indicator + 1)..Math.Min(line.Length, LastColumn)]
            : [];
        return !area.IsWhiteSpace();
    }

    private static bool Free(ReadOnlySpan<char> line, out ReadOnlySpan<char> all)
    {
        all = IsComment(line) || line.TrimStart() is [] or ['*', ..] || IsNumbered(line) ? [] : line;
        return all.Length > 0;
    }

    private static bool IsComment(ReadOnlySpan<char> line) =>
        line.Length > Indicator && line[Indicator] is '*' or '/' && !line[..Indicator].ContainsAny('\'', '"', '*');

    private static bool IsNumbered(ReadOnlySpan<char> line) =>
        line.Length >= Indicator && !line[..Indicator].ContainsAnyExceptInRange('0', '9');

    private static bool IsUnitCode(ReadOnlySpan<char> code)
    {
        var start = code.TrimStart();
        if (!IsInitial(start))
            return false;
        var words = new Words(start);
        return words.Next() switch
        {
            var word when Is(word, "IDENTIFICATION") || Is(word, "ID") => words.Next("DIVISION"),
            var word when Is(word, "PROGRAM-ID") || Is(word, "FUNCTION-ID") || Is(word, "CLASS-ID") => words.Next("."),
            _ => false,
        };
    }

    private static bool IsData(ReadOnlySpan<char> code)
    {
        var words = new Words(code);
        var first = words.Next();
        if (Is(first, "FD") || Is(first, "SD"))
            return char.IsWhiteSpace(words.Following) && !words.AtEnd;
        if (Is(first, "SELECT"))
            return words.Next().Length > 0 && words.Next("ASSIGN");
        if (!IsLevel(first) || !char.IsWhiteSpace(words.Following))
            return false;
        // Copied with REPLACING, part of the name can be :TAG: or (TAG).
        var part = words.Next();
        if (!IsOfName(part))
            return false;
        while (words.Following is not ' ' && IsOfName([words.Following]))
            words.Next();
        return words.AtEnd || words.Following == '.' || words.Next() is var after && (after is "." || AfterName.Contains(after));
    }

    private static bool IsOfName(ReadOnlySpan<char> part) =>
        part is [var first, ..] && (char.IsAsciiLetterOrDigit(first) || first is ':' or '(' or ')' or '-');

    private static bool IsLevel(ReadOnlySpan<char> word) => word switch
    {
        [>= '1' and <= '9'] => true,
        ['0', >= '1' and <= '9'] => true,
        [>= '1' and <= '4', >= '0' and <= '9'] => true,
        "66" or "77" or "88" => true,
        _ => false,
    };

    private static bool IsStatement(ReadOnlySpan<char> code)
    {
        var words = new Words(code);
        var first = words.Next();
        if (first.Length == 0)
            return false;
        var ends = words.Following is '.' or ' ';
        if (Verbs.Contains(first) || first.StartsWith("END-", StringComparison.OrdinalIgnoreCase))
            return ends;
        if (Is(first, "GO"))
            return words.Next("TO");
        if (Is(first, "EXEC"))
            return Execs.Contains(words.Next());
        // A paragraph has its name and a period.
        return words.Following == '.' && first.Contains('-') && words.Next(".") && words.Following is ' ' or '.';
    }

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
