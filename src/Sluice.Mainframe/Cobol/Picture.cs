namespace Sluice.Mainframe.Cobol;

/// <summary>How many character positions and digits a PICTURE character-string stands for.</summary>
/// <remarks>
/// Enterprise COBOL for z/OS Language Reference, chapter "DATA DIVISION--data description entry", section "PICTURE clause".
/// </remarks>
/// <param name="Characters">Positions of one byte.</param>
/// <param name="Wide">Positions of two bytes: N and G.</param>
/// <param name="Digits">Those of a number.</param>
/// <param name="IsText">Made of X and A only, so that a name can be kept in it.</param>
internal readonly record struct Picture(int Characters, int Wide, int Digits, bool IsText)
{
    // The compiler takes less; more of them in one string add up to less than an int can hold.
    private const int Most = 1_000_000;
    private const int Longest = 50;

    public static Picture Of(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Longest)];
        var picture = new Picture { IsText = text.Length > 0 };
        for (var at = 0; at < text.Length;)
        {
            var symbol = char.ToUpperInvariant(text[at++]);
            picture = picture.Plus(symbol, Repeated(text, ref at));
        }
        return picture;
    }

    private Picture Plus(char symbol, int count) => symbol switch
    {
        'X' or 'A' => this with { Characters = Characters + count },
        '9' => this with { Characters = Characters + count, Digits = Digits + count, IsText = false },
        // Sign, decimal point and scale take no storage.
        'S' or 'V' or 'P' => this with { IsText = false },
        'N' or 'G' => this with { Wide = Wide + count, IsText = false },
        // CR and DB, whose second letters are counted by themselves, and everything that edits.
        _ => this with { Characters = Characters + count, IsText = false },
    };

    /// <summary><c>(35)</c> behind a symbol.</summary>
    private static int Repeated(ReadOnlySpan<char> text, ref int at)
    {
        if (at >= text.Length || text[at] != '(')
            return 1;
        var count = 0;
        for (at++; at < text.Length && text[at] != ')'; at++)
            count = char.IsAsciiDigit(text[at]) ? Math.Min((count * 10) + text[at] - '0', Most) : 0;
        at = Math.Min(at + 1, text.Length);
        return count;
    }
}
