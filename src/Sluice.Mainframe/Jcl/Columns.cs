namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Where the fields of a statement may stand, counted from 0: 73 to 80 hold sequence numbers and are ignored, 72 says that a
/// comment goes on. Source: z/OS MVS JCL Reference, chapter "Format of statements".
/// </summary>
internal static class Columns
{
    /// <summary>After the two slashes.</summary>
    public const int Name = 2;

    /// <summary>A continued operand begins no later, and a continued quoted string exactly here: column 16.</summary>
    public const int LastOfContinuation = 15;

    /// <summary>Column 72; everything a statement says ends before it.</summary>
    public const int Continuation = 71;

    public static ReadOnlySpan<char> Code(ReadOnlySpan<char> line) => line.Length > Continuation ? line[..Continuation] : line;

    /// <returns>Of the next character that is no blank; the length when there is none.</returns>
    public static int SkipBlanks(ReadOnlySpan<char> code, int from) =>
        code[from..].IndexOfAnyExcept(' ') is >= 0 and var blanks ? from + blanks : code.Length;

    /// <returns>Of the next blank; the length when there is none.</returns>
    public static int EndOfWord(ReadOnlySpan<char> code, int from) =>
        code[from..].IndexOf(' ') is >= 0 and var length ? from + length : code.Length;
}
