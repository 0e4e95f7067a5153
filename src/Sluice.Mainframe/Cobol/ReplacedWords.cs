using System.Collections.Frozen;

namespace Sluice.Mainframe.Cobol;

/// <summary>What a REPLACE statement does: word for word, the beginning or the end of words, and of words with a placeholder like <c>:TAG:</c> a part.</summary>
/// <remarks>
/// Enterprise COBOL for z/OS Language Reference, chapter "Compiler-directing statements", section "REPLACE statement". Pseudo-text of
/// several words is left as it is written.
/// </remarks>
internal sealed class ReplacedWords
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly IReadOnlyList<Replacing> placeholders;
    private readonly IReadOnlyList<Replacing> parts;

    private ReplacedWords(IReadOnlyList<Replacing> pairs)
    {
        Pairs = pairs;
        placeholders = [.. pairs.Where(pair => pair.Part is PartOfWord.Whole && pair.Text is [':', _, .., ':'])];
        parts = [.. pairs.Where(pair => pair.Part is not PartOfWord.Whole)];
        words = pairs.Where(pair => pair.Part is PartOfWord.Whole && !pair.By.Contains(' ', StringComparison.Ordinal)).DistinctBy(pair => pair.Text)
            .ToFrozenDictionary(pair => pair.Text, pair => pair.By, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<Replacing> Pairs { get; }

    /// <returns>Null of no pairs.</returns>
    public static ReplacedWords? Of(IReadOnlyList<Replacing> pairs) => pairs.Count > 0 ? new(pairs) : null;

    /// <returns>The token as it is, or what stands for it; null where nothing does.</returns>
    public Token? In(Token token)
    {
        if (token.Kind is not (TokenKind.Word or TokenKind.Number))
            return token;
        if (words.TryGetValue(token.Text, out var by))
            return Written(token, by);
        foreach (var part in parts)
            if (Partly(token.Text, part) is { } other)
                return Written(token, other);
        if (!token.Text.Contains(':'))
            return token;
        var name = token.Name;
        foreach (var (text, part) in placeholders)
            name = name.Replace(text, part, StringComparison.Ordinal);
        return Written(token, name);
    }

    /// <summary>LEADING and TRAILING: what is left of the word stays as it is, and nothing may be left.</summary>
    /// <returns>Null where the word does not begin, or end, so.</returns>
    public static string? Partly(ReadOnlySpan<char> word, Replacing pair) => pair.Part switch
    {
        _ when pair.Text.Length == 0 => null,
        PartOfWord.Leading when word.StartsWith(pair.Text, StringComparison.OrdinalIgnoreCase) =>
            string.Concat(pair.By, word[pair.Text.Length..]).ToUpperInvariant(),
        PartOfWord.Trailing when word.EndsWith(pair.Text, StringComparison.OrdinalIgnoreCase) =>
            string.Concat(word[..^pair.Text.Length], pair.By).ToUpperInvariant(),
        _ => null,
    };

    private static Token? Written(Token token, string text) => text switch
    {
        [] => null,
        ['\'' or '"', .. var literal, '\'' or '"'] => token.With(TokenKind.Literal, literal),
        _ => token.With(token.Kind, text),
    };
}
