using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Pli;

internal enum PliTokenKind : byte
{
    /// <summary>After the last one, as often as it is asked for.</summary>
    End,

    /// <summary>An identifier or a keyword: PL/I has no reserved words, only its place tells.</summary>
    Word,

    /// <summary>A number, or a bit, hexadecimal or graphic constant: nobody's name.</summary>
    Number,

    /// <summary>A character constant, without its quotes.</summary>
    Literal,

    Semicolon,
    Colon,
    Comma,
    Open,
    Close,
    Equals,
    Percent,

    /// <summary>A *PROCESS statement: another compilation begins.</summary>
    Process,

    /// <summary>
    /// The name behind ++INCLUDE or -INC, with which a librarian brings in a member before the compiler is called.
    /// </summary>
    LibrarianInclude,

    /// <summary>Any other character.</summary>
    Other,
}

/// <summary>One word of the program, in place: its text is not copied.</summary>
/// <param name="joined">The text, where it is not to be had in one piece.</param>
internal readonly struct PliToken(SourceText source, PliTokenKind kind, int line, int column, int length, string? joined = null)
{
    public PliTokenKind Kind => kind;

    public Place At => new(line, column);

    /// <summary>Where the name itself begins: of a constant, behind its quote.</summary>
    public Place NameAt => new(line, column + (kind == PliTokenKind.Literal ? 1 : 0));

    public ReadOnlySpan<char> Text => joined ?? (kind == PliTokenKind.End ? default
        : source[line].Slice(column - 1 + (kind == PliTokenKind.Literal ? 1 : 0), length));

    /// <summary>In upper case, as PL/I takes it.</summary>
    public string Name => Text.Upper();

    public bool Is(string word) =>
        kind == PliTokenKind.Word && length == word.Length && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool Is(string word, string abbreviation) => Is(word) || Is(abbreviation);
}
