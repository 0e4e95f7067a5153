using System.Buffers;

namespace Sluice.Fuzz.Making;

/// <summary>Words put in, taken out and exchanged; quotes and parentheses that have no fellow any more.</summary>
internal sealed class WordChanges(SeedMembers seeds)
{
    private const string Marks = "'\"()<>[],.;:=*/&%-+";
    private static readonly SearchValues<char> AnyMark = SearchValues.Create(Marks);
    private static readonly string[] Numbers = ["0", "-1", "00", "99", "2147483648", "99999999999999999999999", "1E9", "X'FF'", "+1", "255"];

    public void Insert(Draft draft, Chance chance) => draft.Rewrite(chance, line =>
    {
        var at = chance.Below(line.Length + 1);
        var apart = chance.OneIn(4) ? "" : " ";
        return line[..at] + apart + Word(draft, chance) + apart + line[at..];
    });

    public void Replace(Draft draft, Chance chance) => draft.Rewrite(chance, line =>
    {
        var (start, end) = WordAt(line, chance.Below(line.Length));
        return line[..start] + Word(draft, chance) + line[end..];
    });

    public static void Delete(Draft draft, Chance chance) => draft.Rewrite(chance, line =>
    {
        var (start, end) = WordAt(line, chance.Below(line.Length));
        return line[..start] + line[end..];
    });

    /// <summary>One mark more.</summary>
    public static void Mark(Draft draft, Chance chance) => draft.Rewrite(chance, line =>
    {
        var at = chance.Below(line.Length + 1);
        return line[..at] + new string(Marks[chance.Below(Marks.Length)], chance.OneIn(8) ? chance.Between(2, 100) : 1) + line[at..];
    });

    /// <summary>One mark less.</summary>
    public static void Unmark(Draft draft, Chance chance) => draft.Rewrite(chance, line =>
    {
        var from = chance.Below(line.Length);
        var at = line.AsSpan(from).IndexOfAny(AnyMark);
        return at < 0 ? line : line.Remove(from + at, 1);
    });

    public static void Number(Draft draft, Chance chance) => draft.Rewrite(chance, line =>
    {
        var start = line.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
            return line;
        var end = start;
        while (end < line.Length && char.IsAsciiDigit(line[end]))
            end++;
        return line[..start] + chance.Of(Numbers) + line[end..];
    });

    /// <summary>COPY, PROC and INCLUDE that name themselves, by exchanging any name for the member's own.</summary>
    public static void NameItself(Draft draft, Chance chance) => draft.Rewrite(chance, line =>
    {
        var (start, end) = WordAt(line, chance.Below(line.Length));
        return line[..start] + draft.Name + line[end..];
    });

    public static void LongName(Draft draft, Chance chance)
    {
        var length = chance.OneIn(50) ? 70_000 : chance.OfAnySize(9, 400);
        draft.Rewrite(chance, line =>
        {
            var (start, end) = WordAt(line, chance.Below(line.Length));
            return line[..start] + new string((char)chance.Between('A', 'Z'), length) + line[end..];
        });
    }

    /// <summary>The line again and again, with other names each time, in which one may take up that of the line before it.</summary>
    public static void Chain(Draft draft, Chance chance)
    {
        if (draft.Lines.Count == 0)
            return;
        var at = chance.Below(draft.Lines.Count);
        var line = draft.Lines[at];
        var (start, end) = WordAt(line, chance.Below(line.Length));
        var (next, nextEnd) = chance.OneIn(2) ? (line.Length, line.Length) : WordAt(line, Math.Max(end, chance.Below(line.Length)));
        (next, nextEnd) = (Math.Max(end, next), Math.Max(end, nextEnd));
        var (one, other, shift) = (Stem(line[start..end]), Stem(line[next..nextEnd]), chance.Between(0, 1));
        var times = Draft.Times(chance.OneIn(100) ? 5000 : chance.OfAnySize(2, 100), [line]);
        draft.Lines.InsertRange(at, Enumerable.Range(0, times).Select(
            number => $"{line[..start]}{one}{number}{line[end..next]}{other}{number + shift}{line[nextEnd..]}"));
    }

    // With its number still a name where names are short.
    private static string Stem(string word) => word.Length > 3 ? word[..3] : word;

    public static void OtherCase(Draft draft, Chance chance) =>
        draft.Rewrite(chance, line => chance.OneIn(2) ? line.ToUpperInvariant() : line.ToLowerInvariant());

    // Mostly of its own language: others are not even asked what they mean.
    private string Word(Draft draft, Chance chance)
    {
        var language = chance.OneIn(4) ? chance.Of(seeds.All).Language : draft.Seed.Language;
        if (!chance.OneIn(4) && Vocabulary.Of(language) is { Count: > 0 } words)
            return chance.Of(words);
        var line = chance.Of(chance.Of(seeds.In(language)).Lines);
        var (start, end) = WordAt(line, chance.Below(line.Length));
        return line[start..end];
    }

    private static (int Start, int End) WordAt(string line, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && IsOfWord(line[start - 1]))
            start--;
        while (end < line.Length && IsOfWord(line[end]))
            end++;
        return (start, end);
    }

    private static bool IsOfWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '@' or '#' or '$';
}
