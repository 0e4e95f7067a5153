using System.Collections.Frozen;

namespace Sluice.Mainframe.Cobol;

/// <summary>What a REPLACE statement does: word for word, and of words with a placeholder like <c>:TAG:</c> a part.</summary>
/// <remarks>
/// Enterprise COBOL for z/OS Language Reference, chapter "Compiler-directing statements", section "REPLACE statement". Pseudo-text of
/// several words is left as it is written.
/// </remarks>
internal sealed class ReplacedWords
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly IReadOnlyList<Replacing> placeholders;

    private ReplacedWords(IReadOnlyList<Replacing> pairs)
    {
        Pairs = pairs;
        placeholders = [.. pairs.Where(pair => pair.Text is [':', _, .., ':'])];
        words = pairs.Where(pair => !pair.By.Contains(' ', StringComparison.Ordinal)).DistinctBy(pair => pair.Text)
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
        if (!token.Text.Contains(':'))
            return token;
        var name = token.Name;
        foreach (var (text, part) in placeholders)
            name = name.Replace(text, part, StringComparison.Ordinal);
        return Written(token, name);
    }

    private static Token? Written(Token token, string text) => text switch
    {
        [] => null,
        ['\'' or '"', .. var literal, '\'' or '"'] => token.With(TokenKind.Literal, literal),
        _ => token.With(token.Kind, text),
    };
}
