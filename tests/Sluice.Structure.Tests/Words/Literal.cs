using System.Text.RegularExpressions;

namespace Sluice.Structure.Tests.Words;

/// <summary>A text in quotes, as C# writes it; or a comment or a character, which hold quotes that open nothing.</summary>
/// <param name="End">Behind it.</param>
internal readonly partial record struct Literal(int Start, int End, bool IsText, string Text)
{
    /// <returns>Null where none begins.</returns>
    public static Literal? At(string code, int at)
    {
        var rest = code.AsSpan(at);
        if (rest.StartsWith("//"))
            return Until(code, at, code.IndexOf('\n', at));
        if (rest.StartsWith("/*"))
            return Until(code, at, code.IndexOf("*/", at, StringComparison.Ordinal) + 2);
        if (rest[0] == '\'')
            return Character().Match(code, at) is { Success: true } character ? Until(code, at, at + character.Length) : null;
        if (Opening().Match(code, at) is not { Success: true } opening)
            return null;
        var (sign, begin) = (opening.Groups[1].Value, at + opening.Length);
        if (opening.Groups[2].Length >= 3)
            return Of(code, at, begin, code.IndexOf("\"\"\"", begin, StringComparison.Ordinal), 3);
        var end = begin;
        while (code[end] != '"' || (sign.Contains('@') && code[end + 1] == '"'))
            end += code[end] == '\\' && !sign.Contains('@') ? 2
                : code[end] == '"' ? 2
                : sign.Contains('$') && (Doubled(code, end, '{') || Doubled(code, end, '}')) ? 2
                : sign.Contains('$') && code[end] == '{' ? Behind(code, end, _ => { }) - end
                : 1;
        return Of(code, at, begin, end, 1);
    }

    /// <summary>All texts of a piece of code.</summary>
    public static IEnumerable<Literal> In(string code)
    {
        for (var at = 0; at < code.Length;)
        {
            var found = At(code, at);
            if (found is { IsText: true } text)
                yield return text;
            at = found?.End ?? at + 1;
        }
    }

    /// <summary>Behind the bracket that closes the one that opens here; texts between them are told of.</summary>
    public static int Behind(string code, int opening, Action<Literal> tell)
    {
        var depth = 0;
        for (var at = opening; ;)
            if (At(code, at) is { } literal)
            {
                tell(literal);
                at = literal.End;
            }
            else if (code[at] is '(' or '[' or '{')
                (depth, at) = (depth + 1, at + 1);
            else if (code[at++] is ')' or ']' or '}' && --depth == 0)
                return at;
    }

    /// <summary>Without what stands in the holes of an interpolated text.</summary>
    public string Words => Hole().Replace(Text, "\u0001");

    private static bool Doubled(string code, int at, char brace) => code[at] == brace && code[at + 1] == brace;

    private static Literal Of(string code, int start, int begin, int end, int quotes) => new(start, end + quotes, true, code[begin..end]);

    private static Literal Until(string code, int start, int end) => new(start, end < 0 ? code.Length : end, false, "");

    [GeneratedRegex(@"\G'(\\.[^']*|[^'\\])'")]
    private static partial Regex Character();

    [GeneratedRegex(@"\G([$@]*)(""""""|"")")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\{[^{}]*(\{[^{}]*\}[^{}]*)*\}")]
    private static partial Regex Hole();
}
