namespace Sluice.Mainframe.Db2;

/// <summary>Follows a statement word by word, to know whether a compound statement is open in it.</summary>
/// <remarks>
/// Db2 for z/OS SQL Reference, chapter "SQL procedural language": BEGIN … END is a compound statement; CASE has an END too; the
/// END of IF, WHILE, LOOP, REPEAT and FOR names them.
/// </remarks>
internal struct SqlBody
{
    // CREATE OR REPLACE PROCEDURE, ALTER FUNCTION: what it is, is among the first words.
    private const int MostWordsBefore = 4;

    private int words;
    private int depth;
    private bool isDefinition;
    private bool isRoutine;
    private bool afterEnd;

    public readonly bool HasBegun => words > 0;

    public readonly bool IsOpen => depth > 0;

    /// <summary>Whether the next words can alter anything: those of most statements cannot.</summary>
    public readonly bool IsFollowed => words == 0 || isRoutine || (isDefinition && words < MostWordsBefore);

    /// <param name="isAsked">Whether it matters: with a terminator of one's own it does not.</param>
    public void Take(ReadOnlySpan<char> word, bool isAsked)
    {
        if (++words == 1)
            isDefinition = isAsked && (Is(word, "CREATE") || Is(word, "ALTER"));
        else if (isDefinition && words <= MostWordsBefore)
            isRoutine |= Is(word, "PROCEDURE") || Is(word, "FUNCTION") || Is(word, "TRIGGER");
        else if (isRoutine)
            Count(word);
    }

    private void Count(ReadOnlySpan<char> word)
    {
        var wasEnd = afterEnd;
        afterEnd = false;
        if (Is(word, "BEGIN"))
            depth++;
        else if (Is(word, "CASE"))
            depth += wasEnd || depth == 0 ? 0 : 1;
        else if (Is(word, "END"))
        {
            afterEnd = depth > 0;
            depth = Math.Max(0, depth - 1);
        }
        else if (wasEnd && (Is(word, "IF") || Is(word, "WHILE") || Is(word, "LOOP") || Is(word, "REPEAT") || Is(word, "FOR")))
            depth++;
    }

    private static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> keyword) =>
        word.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
