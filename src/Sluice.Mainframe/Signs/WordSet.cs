using System.Collections.Frozen;

namespace Sluice.Mainframe.Signs;

/// <summary>Words to look parts of a line up in, in any case.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

    private WordSet(string words) => this.words =
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="words">With one blank between them.</param>
    public static WordSet Of(string words) => new(words);

    public bool Contains(ReadOnlySpan<char> word) => words.Contains(word);
}
