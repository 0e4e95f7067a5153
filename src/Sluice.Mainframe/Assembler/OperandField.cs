namespace Sluice.Mainframe.Assembler;

/// <summary>Tells operands from remarks, line by line: the first blank outside a literal ends the operands of a line.</summary>
/// <remarks>
/// HLASM Language Reference, "Statement coding rules": operands are separated by commas, not blanks. When what ends at the blank
/// is a comma, the operands go on with the continuation line (alternative statement format).
/// </remarks>
internal struct OperandField
{
    private char last;
    private char beforeLast;

    /// <summary>The apostrophe that would close a literal has not come yet.</summary>
    public bool InLiteral { get; private set; }

    /// <summary>All that follows is remarks.</summary>
    public bool IsOver { get; private set; }

    /// <param name="line">From the first operand or the continue column on.</param>
    /// <returns>As much of it as is operands.</returns>
    public ReadOnlySpan<char> Take(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var character = line[i];
            if (character == '\'')
            {
                if (InLiteral || !Apostrophe.IsOfAttribute(beforeLast, last, i + 1 < line.Length ? line[i + 1] : ' '))
                    InLiteral = !InLiteral;
            }
            else if (character == ' ' && !InLiteral)
            {
                IsOver = last != ',';
                return line[..i];
            }
            beforeLast = last;
            last = character;
        }
        return line;
    }
}
