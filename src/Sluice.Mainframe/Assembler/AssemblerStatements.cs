using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Assembler;

/// <summary>
/// The statements of an assembler source, one after the other, comments left out: name, operation and operands, remarks cut off.
/// Read like this are programs, BMS maps, DBDs and PSBs.
/// </summary>
/// <remarks>
/// HLASM Language Reference, chapter "Coding and structure", sections "Assembler language coding conventions", "Continuation
/// lines" and "Statement coding rules": a statement is in columns 1 to 71, something in column 72 goes on with it in column 16 of
/// the next line; the alternative statement format may break after any operand's comma and write remarks behind it. The limit of
/// nine continuation lines is not held up here. ICTL, which moves the columns, is not followed.
/// </remarks>
internal sealed class AssemblerStatements(SourceText source, Findings findings)
{
    private const int EndColumn = 71;
    private const int ContinueColumn = 16;
    private const int Longest = 256 * 1024;

    private readonly StatementText operands = new(Longest);
    private int next = 1;
    private (int Start, int Length) label;
    private (int Start, int Length) operation;

    /// <summary>Of the statement's first line.</summary>
    public int Line { get; private set; }

    /// <summary>The name field; empty when column 1 is blank.</summary>
    public ReadOnlySpan<char> Label => source[Line].Slice(label.Start, label.Length);

    public ReadOnlySpan<char> Operation => source[Line].Slice(operation.Start, operation.Length);

    public Place LabelAt => new(Line, label.Start + 1);

    public Place OperationAt => new(Line, operation.Start + 1);

    /// <summary>
    /// All operands in a row, without remarks and line ends. Of EXEC, whose words blanks separate and which a translator takes
    /// out before the assembler sees it, it is everything.
    /// </summary>
    public ReadOnlySpan<char> Operands => operands.Span;

    /// <summary>Where a character of <see cref="Operands"/> is in the member.</summary>
    public Place At(int offset) => operands.Length == 0 ? OperationAt : operands.At(offset);

    public bool Is(ReadOnlySpan<char> code) => Operation.Equals(code, StringComparison.OrdinalIgnoreCase);

    /// <summary>The statement on one line, for <see cref="Reference.Text"/>.</summary>
    public string Shown()
    {
        var shown = Operands[..Math.Min(Operands.Length, Reference.LongestText)];
        return OneLine.Of($"{Label} {Operation} {shown}");
    }

    /// <returns>Whether there is one more statement.</returns>
    public bool Next()
    {
        while (next <= source.Count)
        {
            Line = next++;
            var line = Field(Line);
            if (line.IsEmpty)
                continue;
            if (IsComment(line))
            {
                while (Continues(next - 1))
                    next++;
                continue;
            }
            if (!Split(line))
                continue;
            ReadOperands(line);
            return true;
        }
        return false;
    }

    /// <summary>Ordinary comments, and those of a macro definition that its expansion leaves out.</summary>
    private static bool IsComment(ReadOnlySpan<char> line) => line[0] == '*' || line.StartsWith(".*", StringComparison.Ordinal);

    /// <summary>A line as far as the statement may reach.</summary>
    public ReadOnlySpan<char> Field(int line) =>
        source[line] is var text && text.Length > EndColumn ? text[..EndColumn].TrimEnd(' ') : text;

    private bool Split(ReadOnlySpan<char> line)
    {
        var end = line.IndexOf(' ');
        label = (0, end < 0 ? line.Length : end);
        var start = end < 0 ? line.Length : end + CountBlanks(line[end..]);
        if (start >= line.Length)
        {
            operation = (0, 0);
            operands.Clear();
            // A sequence symbol alone is a place to go to, and everything else alone is nothing.
            if (line[0] != '.')
                findings.Complain(new(Line, 1), "assembler.no-operation", "A name stands here without an operation.");
            return false;
        }
        var length = line[start..].IndexOf(' ');
        operation = (start, length < 0 ? line.Length - start : length);
        return true;
    }

    private void ReadOperands(ReadOnlySpan<char> line)
    {
        operands.Clear();
        var everything = Is("EXEC") || Is("EXECUTE");
        var start = operation.Start + operation.Length;
        start += CountBlanks(line[start..]);
        var field = new OperandField();
        for (var current = Line; ; current = next++)
        {
            if (current != Line)
            {
                line = Field(current);
                start = ContinueColumn - 1;
            }
            var continues = Continues(current);
            // A continued line reaches to the end column, blanks and all: they may be inside a literal.
            var rest = continues ? source[current][..EndColumn] : line;
            if (start < rest.Length && !field.IsOver)
                operands.Continue(everything ? rest[start..] : field.Take(rest[start..]), current, start + 1);
            if (!continues)
                break;
        }
        if (field.InLiteral)
            findings.Complain(At(operands.Length - 1), "assembler.unclosed-literal", "A literal has no closing apostrophe.");
        if (operands.IsCut)
            findings.Complain(new(Line, 1), "assembler.statement-too-long",
                "The statement goes on for too long; its end is left out.");
    }

    /// <summary>
    /// Whether the next line belongs to this one. What has something left of the continue column is a statement of its own,
    /// whatever column 72 says: boxes drawn around comments reach into that column often.
    /// </summary>
    private bool Continues(int line)
    {
        var text = source[line];
        if (text.Length <= EndColumn || text[EndColumn] == ' ' || line >= source.Count)
            return false;
        var following = source[line + 1];
        if (CountBlanks(following) >= Math.Min(following.Length, ContinueColumn - 1))
            return true;
        if (!IsComment(text))
            findings.Complain(new(line + 1, 1), "assembler.continuation-column",
                "The line before is continued, but this one does not begin in column 16.");
        return false;
    }

    private static int CountBlanks(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExcept(' ') is >= 0 and var count ? count : text.Length;
}
