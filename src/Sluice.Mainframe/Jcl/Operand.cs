namespace Sluice.Mainframe.Jcl;

/// <summary>One parameter of the operand field: positional, or a keyword with its value.</summary>
/// <param name="Field">Of the whole statement.</param>
/// <param name="Start">Of the keyword; positional, of the value.</param>
/// <param name="KeyLength">0 when positional.</param>
internal readonly record struct Operand(string Field, int Start, int KeyLength, int ValueStart, int ValueLength)
{
    /// <summary>As written: <c>DSN</c>, <c>PARM.STEP1</c>; empty when positional.</summary>
    public ReadOnlySpan<char> Key => Field.AsSpan(Start, KeyLength);

    /// <summary>As written, with its apostrophes and parentheses; empty when nullified: <c>HLQ=</c>.</summary>
    public ReadOnlySpan<char> Value => Field.AsSpan(ValueStart, ValueLength);

    public bool IsPositional => KeyLength == 0;

    public bool Is(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    public bool IsWord(string word) => IsPositional && Value.Equals(word, StringComparison.OrdinalIgnoreCase);
}
