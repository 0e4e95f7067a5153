namespace Sluice.Bench.Estates.Writing;

/// <summary>What a card has beside its text. Only COBOL has an area for numbers on its left.</summary>
internal enum Numbering
{
    None,

    /// <summary>Columns 1 to 6.</summary>
    Left,

    /// <summary>Columns 73 to 80.</summary>
    Right,

    Both,

    /// <summary>Blanks up to column 80.</summary>
    Padded,
}
