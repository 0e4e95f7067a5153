using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Cobol;

internal enum TokenKind : byte
{
    /// <summary>After the last one, as often as it is asked for.</summary>
    End,

    /// <summary>A character-string that is a name or a word of the language.</summary>
    Word,

    /// <summary>A numeric, hexadecimal or other literal that cannot be a name.</summary>
    Number,

    /// <summary>An alphanumeric literal, without its quotes.</summary>
    Literal,

    /// <summary>The separator period, which ends a sentence or an entry.</summary>
    Period,

    Open,
    Close,

    /// <summary>The two equal signs round pseudo-text.</summary>
    PseudoText,

    /// <summary>Any other character.</summary>
    Other,
}

/// <summary>One word of the program, in place: its text is not copied.</summary>
/// <param name="joined">The text, where it is not to be had in one piece: continued over lines, or with doubled quotes.</param>
internal readonly struct Token(SourceText source, TokenKind kind, int line, int column, int length, string? joined = null)
{
    public TokenKind Kind => kind;

    public Place At => new(line, column);

    /// <summary>Where the name itself begins: of a literal, behind its quote.</summary>
    public Place NameAt => new(line, column + (kind == TokenKind.Literal && (joined is null || length == 0) ? 1 : 0));

    public ReadOnlySpan<char> Text => joined ?? (kind == TokenKind.End ? default : source[line].Slice(column - 1 + Quote, length));

    /// <summary>Column after its last character on its first line.</summary>
    public int Until => column + length + (2 * Quote);

    // Of a literal the text is what stands between the quotes.
    private int Quote => kind == TokenKind.Literal ? 1 : 0;

    public bool IsWord(string word) => kind == TokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Something else in its place.</summary>
    public Token With(TokenKind other, string text) => new(source, other, line, column, length, text);

    /// <summary>In upper case, as COBOL takes it.</summary>
    public string Name => Text.ToString().ToUpperInvariant();
}
