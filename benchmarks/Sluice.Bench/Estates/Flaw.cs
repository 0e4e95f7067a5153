namespace Sluice.Bench.Estates;

/// <summary>What is wrong with a member, as with some there always is.</summary>
internal enum Flaw
{
    None,

    /// <summary>It ends in the midst of a line.</summary>
    Truncated,

    /// <summary>A literal begins and does not end.</summary>
    UnclosedLiteral,

    /// <summary>Something else than text, kept among it.</summary>
    Binary,
}
