using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Rexx;

internal enum RexxTokenKind : byte
{
    /// <summary>A variable, a constant, a keyword or a function's name: what it is, its place tells.</summary>
    Symbol,

    /// <summary>A literal string, without its quotes.</summary>
    String,

    /// <summary>A hexadecimal or binary string.</summary>
    Hexadecimal,

    Open,
    Close,
    Comma,
    Colon,
    Equals,

    /// <summary>Any other character.</summary>
    Other,
}

/// <summary>One word of a clause, in place.</summary>
/// <param name="joined">The text of a string in which quotes are doubled.</param>
/// <param name="hasBlankBefore">Whether something separates it from the token before it.</param>
internal readonly struct RexxToken(
    SourceText source, RexxTokenKind kind, int line, int column, int length, bool hasBlankBefore, string? joined = null)
{
    public RexxTokenKind Kind => kind;

    public bool HasBlankBefore => hasBlankBefore;

    /// <summary>Of a string, of what is in its quotes.</summary>
    public Place At => new(line, column);

    /// <summary>With the quotes of a string.</summary>
    public Place Begin => new(line, column - Quote);

    /// <summary>Behind its last character.</summary>
    public Place End => new(line, column + length + Quote);

    public ReadOnlySpan<char> Text => joined ?? source[line].Slice(column - 1, length);

    /// <summary>In upper case, as REXX takes a symbol.</summary>
    public string Name => Text.Upper();

    private int Quote => kind == RexxTokenKind.String ? 1 : 0;

    public bool Is(string word) =>
        kind == RexxTokenKind.Symbol && length == word.Length && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A symbol that begins with a digit or a period is what it says, and no variable.</summary>
    public bool IsConstant => kind == RexxTokenKind.Symbol && (char.IsAsciiDigit(Text[0]) || Text[0] == '.');
}
