using System.Collections.Frozen;
using System.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Text with its symbols replaced: <c>&amp;HLQ..PAY</c>, where the first period ends the symbol's name. Two ampersands are
/// none, they begin the name of a temporary data set.
/// Source: z/OS MVS JCL Reference, chapter "Procedures and symbols", "Using system symbols and JCL symbols".
/// </summary>
/// <param name="Unknown">The first symbol without a value; it stays in the text as written.</param>
/// <param name="Defaults">Statements whose values are in the text though a caller may override them.</param>
internal readonly record struct Substitution(string Text, string? Unknown, IReadOnlyList<Link> Defaults)
{
    // Symbols that double within symbols must not fill the memory.
    private const int Longest = OperandText.Longest;

    // Source: z/OS MVS JCL Reference, chapter "Procedures and symbols", "Defining and nullifying JCL symbols".
    private const int LongestValue = 255;

    // Each value is compared with all before it.
    private const int MostDefaults = 15;

    // No symbol's name.
    private const string TooLong = "";

    // Given by the system or by JES when the job is submitted; there are others that an installation defines.
    private static readonly FrozenSet<string> OfSystem = FrozenSet.ToFrozenSet(
        [
            "JOBNAME", "DAY", "LDAY", "HHMMSS", "LHHMMSS", "HR", "LHR", "JDAY", "LJDAY", "JOBNUM", "MIN", "LMIN", "MON", "LMON",
            "SEC", "LSEC", "WDAY", "LWDAY", "YR2", "LYR2", "YR4", "LYR4", "YYMMDD", "LYYMMDD",
        ], StringComparer.OrdinalIgnoreCase);

    public bool IsComplete => Unknown is null;

    /// <summary>Why the text is not known, in words.</summary>
    public string? Why => Unknown is null ? null
        : Unknown == TooLong ? "The values of its symbols make it longer than it may be."
        : IsOfSystem(Unknown)
            ? $"&{Unknown} is a system symbol: it has its value when the job is submitted."
            : $"&{Unknown} has no value in this member.";

    public static bool IsOfSystem(string symbol) =>
        symbol.StartsWith("SYS", StringComparison.OrdinalIgnoreCase) || OfSystem.Contains(symbol);

    public static Substitution In(string text, Symbols symbols) => In(text, symbols, Longest);

    private static Substitution In(string text, Symbols symbols, int most)
    {
        var at = text.IndexOf('&');
        if (at < 0)
            return new(text, null, []);
        var result = new StringBuilder(text.Length + 40);
        string? unknown = null;
        List<Link>? defaults = null;
        var from = 0;
        for (; at >= 0 && result.Length <= most; at = text.IndexOf('&', from))
        {
            result.Append(text, from, at - from);
            var start = at + 1;
            if (start < text.Length && text[start] == '&')
            {
                result.Append("&&");
                from = start + 1;
                continue;
            }
            var end = start;
            while (end < text.Length && end - start < Name.Longest && Name.IsPart(text[end]))
                end++;
            from = end < text.Length && text[end] == '.' && end > start ? end + 1 : end;
            if (end > start && symbols.Find(text.AsSpan(start, end - start)) is { } symbol)
            {
                result.Append(symbol.Value);
                unknown ??= symbol.Unknown;
                if (symbol.IsDefault && (defaults ??= []).Count < MostDefaults && !defaults.Contains(symbol.Given))
                    defaults.Add(symbol.Given);
            }
            else
            {
                result.Append(text, at, from - at);
                unknown ??= end > start ? Name.Upper(text.AsSpan(start, end - start)) : null;
            }
        }
        if (result.Length > most)
            return new(text, TooLong, []);
        return new(result.Append(text, from, text.Length - from).ToString(), unknown, defaults ?? (IReadOnlyList<Link>)[]);
    }

    /// <summary>What a SET, EXEC or PROC operand gives to a symbol.</summary>
    public static Symbol Value(Statement statement, Operand operand, Symbols symbols)
    {
        var value = In(Literal.Unquoted(operand.Value.ToString()), symbols, LongestValue);
        var given = value.Defaults is [var first, ..]
            ? first
            : new Link(statement.Member, statement.PlaceOf(operand.Start), statement.Text);
        return new(value.Text, given, statement.Operation == Operation.Proc || value.Defaults.Count > 0, value.Unknown);
    }
}
