namespace Sluice.Mainframe.Cobol;

/// <summary>A data description entry, and where in the storage of what it belongs to it is.</summary>
internal struct DataEntry()
{
    /// <summary>It cannot be told from the source.</summary>
    public const int Untold = -1;

    /// <summary>COPY in the middle of a record: entries of any level may be there.</summary>
    public const int CopyLevel = 50;

    private const int Most = 1 << 27;

    public int Level { get; init; }

    /// <summary>No word where it has no name, or FILLER.</summary>
    public Token Item { get; set; }

    public Place At { get; init; }

    public Token Value { get; set; }

    /// <summary>What it says that it redefines.</summary>
    public Token Other { get; set; }

    public readonly bool Redefines => Other.Kind is TokenKind.Word;

    public int Occurs { get; set; } = 1;

    public bool IsSynchronized { get; set; }

    public bool HasSeparateSign { get; set; }

    public Usage Usage { get; set; }

    public Picture Picture { get; set; }

    /// <summary>The entry that it is part of.</summary>
    public int Parent { get; set; }

    /// <summary>The entry after its last part.</summary>
    public int End { get; set; }

    /// <summary>The entry whose storage it has.</summary>
    public int Redefined { get; set; }

    /// <summary>Of its first occurrence, in the storage of its parent.</summary>
    public int Offset { get; set; }

    /// <summary>Of one occurrence.</summary>
    public int Length { get; set; }

    /// <summary>Where in a group's storage its next part begins.</summary>
    public int Next { get; set; }

    /// <summary>Something is copied into or behind it.</summary>
    public bool IsCopiedInto { get; set; }

    public readonly bool IsNamed => Item.Kind is TokenKind.Word;

    public bool IsGroup { get; set; }

    /// <summary>It can hold a name.</summary>
    public readonly bool IsText => Picture.IsText && Usage is Usage.Display;

    /// <summary>In bytes, of what has a picture or a usage that needs none.</summary>
    /// <remarks>
    /// Enterprise COBOL for z/OS Language Reference, section "USAGE clause": binary items have 2, 4 or 8 bytes for up to 4, 9 and 18
    /// digits; packed ones a half for each digit and one for the sign.
    /// </remarks>
    public readonly int Size => Usage switch
    {
        Usage.Display => Picture.Characters + (2 * Picture.Wide) + (HasSeparateSign ? 1 : 0),
        Usage.Binary => Picture.Digits switch { 0 => Untold, <= 4 => 2, <= 9 => 4, <= 18 => 8, _ => Untold },
        Usage.Packed => (Picture.Digits / 2) + 1,
        Usage.Float4 or Usage.Index => 4,
        Usage.Float8 => 8,
        Usage.National or Usage.DoubleByte => 2 * (Picture.Characters + Picture.Wide),
        _ => Untold,
    };

    /// <summary>Where the storage goes on behind all its occurrences.</summary>
    public readonly int After => IsCopiedInto || IsSynchronized || Occurs == Untold ? Untold : Plus(Offset, Times(Length, Occurs));

    /// <summary>Of one occurrence, as far as its parts are known by now.</summary>
    public readonly int LengthSoFar => Picture == default && Next != 0 ? Next : Size is not 0 and var size ? size : Untold;

    public static int Plus(int one, int other) => one == Untold || other == Untold || one + other > Most ? Untold : one + other;

    public static int Times(int length, int count) =>
        length == Untold || count == Untold || (long)length * count > Most ? Untold : length * count;
}
