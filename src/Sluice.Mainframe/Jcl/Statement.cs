namespace Sluice.Mainframe.Jcl;

/// <summary>One statement, its continuations put together, as it is written: nothing is substituted yet.</summary>
/// <param name="Member">That it stands in.</param>
/// <param name="Name">In upper case; a DD statement's may be qualified: <c>STEP1.SYSIN</c>. Empty when it has none.</param>
/// <param name="At">Of the name, or of the operation when it has none.</param>
/// <param name="Field">The operand field; of IF, the condition.</param>
/// <param name="Operands">Of the field; empty for IF.</param>
internal sealed record Statement(
    string Member, Operation Operation, string Name, Place At, string Field, Operand[] Operands, Stretch[] Stretches)
{
    /// <summary>The in-stream data set that follows a DD statement.</summary>
    public InStreamData? Data { get; init; }

    /// <param name="offset">Within the operand field.</param>
    public Place PlaceOf(int offset)
    {
        for (var at = Stretches.Length - 1; at >= 0; at--)
            if (Stretches[at].Offset <= offset)
                return Stretches[at].At with { Column = Stretches[at].At.Column + offset - Stretches[at].Offset };
        return At;
    }

    /// <returns>The first with one of these keywords; null when there is none.</returns>
    public Operand? Find(string key, string? abbreviation = null) => Find(Operands, key, abbreviation);

    public static Operand? Find(Operand[] operands, string key, string? abbreviation = null)
    {
        foreach (var operand in operands)
            if (operand.Is(key) || (abbreviation is not null && operand.Is(abbreviation)))
                return operand;
        return null;
    }

    /// <summary>On one line, no longer than a reference shows.</summary>
    public string Text
    {
        get
        {
            var operation = Operation.ToWord();
            var room = Math.Max(0, Reference.LongestText - Name.Length - operation.Length - 4);
            var text = string.Concat("//", Name, " ", operation);
            text = Field.Length == 0 ? text : string.Concat(text, " ", Field.AsSpan(0, Math.Min(Field.Length, room)));
            return text.Length <= Reference.LongestText ? text : text[..Reference.LongestText];
        }
    }
}

/// <summary>Data that stands among the statements.</summary>
/// <param name="LastLine">Before the first when there is none.</param>
internal readonly record struct InStreamData(int FirstLine, int LastLine);
